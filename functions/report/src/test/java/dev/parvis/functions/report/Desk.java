package dev.parvis.functions.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.files.InMemoryFiles;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.reports.MonthlyReports;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.report.data.Collector;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.vault.SealedTokens;

/** The function over ports in memory, each of which may break. */
final class Desk {
    static final Duration LEASE = Duration.ofMinutes(3);

    final MutableClock clock;
    final InMemoryStores stores;
    final Ports ports;
    final InMemoryFiles files = new InMemoryFiles();
    final List<Mailer.Mail> sent = new ArrayList<>();
    final List<Event> told = new ArrayList<>();
    /** What the mailer answers; a mail that is answered Sent is in {@link #sent}. */
    java.util.function.Function<Mailer.Mail, Mailer.Mailing> answer = _ -> new Mailer.Mailing.Sent("id");

    private final Log log;

    Desk(String now) {
        clock = new MutableClock(java.time.Instant.parse(now));
        stores = new InMemoryStores(clock, LEASE);
        ports = Ports.of(stores);
        log = new Log(new PrintStream(new ByteArrayOutputStream()), clock);
    }

    ReportDue.Summary run() {
        return run(new Breaking(0, false));
    }

    /** One look at the agenda; a call that breaks outside a report is thrown on, as it is to Lambda. */
    ReportDue.Summary run(Breaking breaking) {
        var agenda = breaking.port(Agenda.class, ports.agenda());
        var notices =
                new Notices(agenda, breaking.port(Endpoints.class, ports.endpoints()), event -> told.add(event), clock);
        var outcomes = new Outcomes(
                new Outcomes.Stores(agenda, notices, breaking.port(Audit.class, ports.audit())), clock, log);
        var broken = breaking.port(Files.class, files);
        var mailer = breaking.port(Mailer.class, mail -> {
            var answered = answer.apply(mail);
            if (answered instanceof Mailer.Mailing.Sent) {
                sent.add(mail);
            }
            return answered;
        });
        var mails = new ReportMail(new SealedTokens(PLAIN, clock), () -> URI.create("https://parvis.example"), clock);
        var reporter = new Reporter(
                new Reporter.Orders(
                        breaking.port(Brands.class, ports.brands()),
                        new MonthlyReports(breaking.port(Reports.class, ports.reports()), clock)),
                new Reporter.Steps(
                        collector(breaking),
                        new ReportFiles(() -> broken),
                        new Mailings(Optional.of(() -> mailer), mails, outcomes, clock)),
                outcomes,
                clock);
        return new ReportDue(agenda, () -> reporter, clock, log).run(Deadline.in(Duration.ofMinutes(5)));
    }

    private Collector collector(Breaking breaking) {
        return new Collector(
                new Collector.Stores(
                        breaking.port(Workspaces.class, ports.workspaces()),
                        breaking.port(Channels.class, ports.channels()),
                        breaking.port(Posts.class, ports.posts()),
                        breaking.port(Snapshots.class, ports.snapshots()),
                        breaking.port(Mentions.class, ports.mentions()),
                        breaking.port(Items.class, ports.items()),
                        breaking.port(Audit.class, ports.audit())),
                clock);
    }

    /** Seals nothing: what tokens hold is another module's test. */
    private static final Sealer PLAIN = new Sealer() {
        @Override
        public byte[] seal(byte[] plain, String boundTo) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed, String boundTo) {
            return sealed.clone();
        }
    };
}
