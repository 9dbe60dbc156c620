package dev.parvis.functions.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportLink;
import dev.parvis.functions.report.contents.MailText;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.vault.SealedTokens;

/** Writes the mail that leads one reader to a report: by a link that is theirs alone and ends after 90 days. */
final class ReportMail {
    static final Duration LINK_LIVES = Duration.ofDays(90);

    private final SealedTokens tokens;
    private final Supplier<URI> publicUrl;
    private final InstantSource clock;

    /** @param publicUrl base URL of the HTTP API, asked at the first mail only */
    ReportMail(SealedTokens tokens, Supplier<URI> publicUrl, InstantSource clock) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    Mail to(String recipient, Report report, Dataset data) {
        var until = clock.instant().plus(LINK_LIVES);
        var text = MailText.of(data, link(recipient, report, until), until);
        return new Mail(
                report.report() + "." + Sha256.hex(recipient).substring(0, 24),
                recipient,
                text.subject(),
                text.plain(),
                text.html(),
                data.about().workspace());
    }

    private URI link(String recipient, Report report, Instant until) {
        var token = tokens.issue(
                ReportLink.PURPOSE, ReportLink.to(report, recipient).payload(), until);
        return URI.create(publicUrl.get() + "/r/" + token);
    }
}
