package dev.parvis.mail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Key;

/**
 * Sends through SES v2. SES takes no key of ours, so a mail whose answer was lost may arrive twice: who calls it writes
 * down that it was sent, and a repeated mail is the lesser harm. Line breaks in a subject or an address are refused
 * before SES is asked.
 */
public final class SesMailer implements Mailer {
    private final SesV2Client ses;
    private final String from;
    private final Optional<String> configurationSet;

    public SesMailer(SesV2Client ses, String from, Optional<String> configurationSet) {
        this.ses = ses;
        this.from = from;
        this.configurationSet = configurationSet;
    }

    /**
     * Sends from the address that the environment names. Where it names none, which is how the template is deployed by
     * default, every mail is refused, and SES never asked.
     */
    public static Mailer from(AwsEnvironment aws, Config config) {
        if (config.optional(Key.PARVIS_MAIL_FROM).isEmpty()) {
            return mail -> new Mailing.Refused("no sender's address is configured");
        }
        var ses = aws.configure(SesV2Client.builder(), AwsService.SESV2).build();
        return new SesMailer(ses, config.mailFrom(), config.mailConfigurationSet());
    }

    @Override
    public Mailing send(Mail mail) {
        if (hasLineBreak(mail.to()) || hasLineBreak(mail.subject())) {
            return new Mailing.Refused("a subject or an address holds a line break");
        }
        try {
            return new Mailing.Sent(ses.sendEmail(request(mail)).messageId());
        } catch (BadRequestException | MessageRejectedException refused) {
            return new Mailing.Refused(code(refused));
        } catch (MailFromDomainNotVerifiedException | NotFoundException notSetUp) {
            return new Mailing.Later(code(notSetUp));
        } catch (SdkException unreachable) {
            return new Mailing.Later(unreachable.getClass().getSimpleName());
        }
    }

    private SendEmailRequest request(Mail mail) {
        var request = SendEmailRequest.builder()
                .fromEmailAddress(Sender.of(mail.sender(), from))
                .destination(to -> to.toAddresses(mail.to()))
                .content(content -> content.simple(simple -> simple.subject(utf8(mail.subject()))
                        .body(body -> body.text(utf8(mail.text())).html(utf8(mail.html())))))
                .emailTags(tag -> tag.name("parvis-key").value(tagValue(mail.key())));
        configurationSet.ifPresent(request::configurationSetName);
        return request.build();
    }

    /** SES takes letters, digits, '_', '-', '.', '@' in a tag, 256 at most. */
    private static String tagValue(String key) {
        var plain = key.replaceAll("[^A-Za-z0-9_.@-]", "_");
        return plain.substring(0, Math.min(plain.length(), 256));
    }

    private static Content utf8(String text) {
        return Content.builder()
                .charset(StandardCharsets.UTF_8.name())
                .data(text)
                .build();
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    /** The error's code only: SES repeats addresses in its messages, and reasons are stored and logged. */
    private static String code(software.amazon.awssdk.awscore.exception.AwsServiceException refused) {
        var details = refused.awsErrorDetails();
        return details == null || details.errorCode() == null
                ? refused.getClass().getSimpleName()
                : details.errorCode();
    }
}
