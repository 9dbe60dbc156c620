package dev.parvis.mail;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.ses.Fault;
import dev.parvis.emulators.ses.LocalSes;
import dev.parvis.kernel.config.Config;

import static org.assertj.core.api.Assertions.assertThat;

class SesMailerTest {
    private static final Mail MAIL = new Mail(
            "report.r1", "cliente@example.com", "Votre rapport d’août", "Bonjour à tous", "<p>Bonjour à tous</p>");

    @TempDir
    private Path folder;

    private LocalSes ses;
    private Mailer mailer;

    @BeforeEach
    void start() {
        ses = LocalSes.start(
                new LocalSes.Options(folder, InstantSource.system(), Listen.anywhere(), Set.of("parvis-mail")));
        mailer = mailerFrom("parvis@example.com");
    }

    private Mailer mailerFrom(String address) {
        var config = Config.fromEnv(Map.of(
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_SESV2", ses.endpoint().toString(),
                "PARVIS_MAIL_FROM", address,
                "PARVIS_MAIL_CONFIGURATION_SET", "parvis-mail"));
        return SesMailer.from(AwsEnvironment.from(config), config);
    }

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void a_mail_arrives_as_it_was_written() {
        var mailing = mailer.send(MAIL);

        assertThat(mailing).isInstanceOf(Mailing.Sent.class);
        assertThat(ses.mailbox().newest(1)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("cliente@example.com");
            assertThat(mail.subject()).isEqualTo("Votre rapport d’août");
            assertThat(mail.text()).isEqualTo("Bonjour à tous");
            assertThat(mail.html()).isEqualTo("<p>Bonjour à tous</p>");
            assertThat(mail.configurationSet()).isEqualTo("parvis-mail");
        });
    }

    @Test
    void a_line_break_in_an_address_or_subject_never_reaches_ses() {
        assertThat(mailer.send(new Mail("k", "a@example.com\r\nBcc: b@example.com", "s", "t", "h")))
                .isInstanceOf(Mailing.Refused.class);
        assertThat(mailer.send(new Mail("k", "a@example.com", "s\nBcc: b@example.com", "t", "h")))
                .isInstanceOf(Mailing.Refused.class);
        assertThat(ses.mailbox().size()).isZero();
    }

    @Test
    void without_a_senders_address_every_mail_is_refused_with_the_reason() {
        assertThat(mailerFrom("").send(MAIL))
                .isInstanceOfSatisfying(Mailing.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("no sender's address is configured"));
        assertThat(ses.mailbox().size()).isZero();
    }

    @Test
    void a_refusal_is_final_and_says_no_address() {
        ses.suffer(Fault.REJECTED);

        var mailing = mailer.send(MAIL);

        assertThat(mailing).isInstanceOfSatisfying(Mailing.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo("MessageRejected"));
    }

    @Test
    void a_throttle_that_lasts_is_for_later() {
        ses.suffer(Fault.THROTTLED, Fault.THROTTLED, Fault.THROTTLED);

        assertThat(mailer.send(MAIL)).isInstanceOf(Mailing.Later.class);
        assertThat(ses.mailbox().size()).isZero();
    }
}
