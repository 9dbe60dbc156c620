package dev.parvis.emulators.ses;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalSesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path folder;

    private LocalSes server;
    private SesV2Client ses;

    @BeforeEach
    void start() {
        server = LocalSes.start(options(Listen.anywhere()));
        ses = client(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")));
    }

    @AfterEach
    void stop() {
        ses.close();
        server.close();
    }

    @Test
    void a_mail_is_kept_whole_under_the_id_that_its_sender_was_given() {
        var id = ses.sendEmail(simple().andThen(r -> r.replyToAddresses("reply@example.org")
                        .configurationSetName("parvis-mail")
                        .emailTags(tag -> tag.name("kind").value("report"))))
                .messageId();

        var mail = server.mailbox().find(id).orElseThrow();

        assertThat(mail.from()).isEqualTo("Parvis <parvis@example.org>");
        assertThat(mail.recipients()).containsExactly("lea@example.org", "cc@example.org");
        assertThat(mail.replyTo()).containsExactly("reply@example.org");
        assertThat(mail.subject()).isEqualTo("Rapport d’octobre");
        assertThat(mail.text()).isEqualTo("Bonjour");
        assertThat(mail.html()).isEqualTo("<p>Bonjour</p>");
        assertThat(mail.headers()).containsEntry("List-Unsubscribe", "<https://example.org/u>");
        assertThat(mail.tags()).containsEntry("kind", "report");
        assertThat(mail.at()).isEqualTo(NOW);
    }

    @Test
    void mails_outlive_the_server_newest_first() {
        for (var subject : List.of("one", "two", "three")) {
            ses.sendEmail(simple().andThen(r -> r.content(
                    c -> c.simple(m -> m.subject(s -> s.data(subject)).body(b -> b.text(t -> t.data("x")))))));
        }
        server.close();

        try (var again = LocalSes.start(options(Listen.anywhere()))) {
            assertThat(again.mailbox().newest(2)).extracting(Mail::subject).containsExactly("three", "two");
            assertThat(again.mailbox().size()).isEqualTo(3);
        }
    }

    @Test
    void a_raw_message_is_read_for_its_parts_and_addressed_by_its_headers() {
        var message = """
                From: Parvis <parvis@example.org>
                To: "Doe, Jane" <jane@example.org>,
                 john@example.org
                Subject: =?UTF-8?B?w4l0w6k=?= =?UTF-8?Q?_2026?=
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="b1"

                --b1
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                =C3=A9t=C3=A9 =
                2026
                --b1
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: base64

                PHA+w6l0w6k8L3A+
                --b1--
                """.replace("\n", "\r\n");

        var id = ses.sendEmail(r -> r.content(c -> c.raw(m -> m.data(SdkBytes.fromUtf8String(message)))))
                .messageId();

        var mail = server.mailbox().find(id).orElseThrow();
        assertThat(mail.to()).containsExactly("\"Doe, Jane\" <jane@example.org>", "john@example.org");
        assertThat(mail.subject()).isEqualTo("Été 2026");
        assertThat(mail.text()).isEqualTo("été 2026");
        assertThat(mail.html()).isEqualTo("<p>été</p>");
        assertThat(mail.raw().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(message.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@",
                "@example.org",
                "a b@example.org",
                "a@exa mple.org",
                "a..b@example.org",
                "é@example.org",
                "Éva <eva@example.org>",
                "a@example.org\r\nBcc: x@example.org",
                "Name <a@example.org"
            })
    void a_bad_sender_is_refused(String from) {
        assertRefused(r -> r.fromEmailAddress(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b@c", "a@example..org", "a@-example.org", "x@example.org\nBcc: y@example.org"})
    void a_bad_recipient_is_refused(String to) {
        assertRefused(r -> r.destination(d -> d.toAddresses("good@example.org", to)));
    }

    @Test
    void what_has_no_sender_recipient_subject_or_body_is_refused() {
        assertRefused(r -> r.fromEmailAddress(null));
        assertRefused(r -> r.destination(d -> d.toAddresses(List.of())));
        assertRefused(r -> r.content(c -> c.simple(m -> m.body(b -> b.text(t -> t.data("x"))))));
        assertRefused(r -> r.content(c -> c.simple(m -> m.subject(s -> s.data("x")))));
        assertRefused(r -> r.content(c -> {}));
    }

    @Test
    void fifty_recipients_are_taken_and_fifty_one_refused() {
        ses.sendEmail(
                simple().andThen(r -> r.destination(d -> d.bccAddresses(Collections.nCopies(50, "a@example.org")))));

        assertThat(server.mailbox().size()).isEqualTo(1);
        assertRefused(r -> r.destination(d -> d.bccAddresses(Collections.nCopies(51, "a@example.org"))));
    }

    @Test
    void a_header_cannot_be_smuggled_in() {
        assertRefused(r -> r.content(c ->
                c.simple(m -> m.subject(s -> s.data("Hi\r\nBcc: x@example.org")).body(b -> b.text(t -> t.data("x"))))));
        assertRefused(r -> r.content(c -> c.simple(m -> m.subject(s -> s.data("Hi"))
                .body(b -> b.text(t -> t.data("x")))
                .headers(h -> h.name("X-Any").value("a\r\nBcc: x@example.org")))));
        assertRefused(r -> r.content(c -> c.simple(m -> m.subject(s -> s.data("Hi"))
                .body(b -> b.text(t -> t.data("x")))
                .headers(h -> h.name("Bcc").value("x@example.org")))));
    }

    @Test
    void a_configuration_set_that_is_not_there_is_refused() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> ses.sendEmail(simple().andThen(r -> r.configurationSetName("other"))));
    }

    @Test
    void faults_come_once_each_in_order_and_take_nothing() {
        server.suffer(Fault.THROTTLED, Fault.REJECTED);

        assertThatExceptionOfType(TooManyRequestsException.class)
                .isThrownBy(() -> ses.sendEmail(simple()))
                .matches(e -> e.statusCode() == 429);
        assertThatExceptionOfType(MessageRejectedException.class).isThrownBy(() -> ses.sendEmail(simple()));
        assertThat(server.mailbox().size()).isZero();
        ses.sendEmail(simple());
        assertThat(server.mailbox().size()).isEqualTo(1);
    }

    @Test
    void a_lost_answer_leaves_the_mail_taken_once() {
        ses.sendEmail(simple());
        server.suffer(Fault.ANSWER_LOST);

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> ses.sendEmail(simple()));

        assertThat(server.mailbox().size()).isEqualTo(2);
    }

    @Test
    void an_unsigned_request_is_refused() {
        try (var stranger = client(AnonymousCredentialsProvider.create())) {
            assertThatExceptionOfType(SesV2Exception.class)
                    .isThrownBy(() -> stranger.sendEmail(simple()))
                    .matches(e -> e.statusCode() == 403);
        }
    }

    @Test
    void a_path_that_is_no_message_id_finds_nothing() {
        assertThat(server.mailbox().find("../../etc/passwd")).isEmpty();
        assertThat(server.mailbox().find("0100000000000000-none")).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_service() {
        var port = server.endpoint().getPort();

        assertThatExceptionOfType(PortTaken.class)
                .isThrownBy(() -> LocalSes.start(options(Listen.loopback(port))))
                .withMessageContaining("Port " + port)
                .withMessageContaining("SES");
    }

    private void assertRefused(Consumer<SendEmailRequest.Builder> change) {
        var before = server.mailbox().size();

        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> ses.sendEmail(simple().andThen(change)));

        assertThat(server.mailbox().size()).isEqualTo(before);
    }

    private static Consumer<SendEmailRequest.Builder> simple() {
        return r -> r.fromEmailAddress("Parvis <parvis@example.org>")
                .destination(d -> d.toAddresses("lea@example.org").ccAddresses("cc@example.org"))
                .content(c ->
                        c.simple(m -> m.subject(s -> s.data("Rapport d’octobre").charset("UTF-8"))
                                .body(b -> b.text(t -> t.data("Bonjour")).html(h -> h.data("<p>Bonjour</p>")))
                                .headers(h -> h.name("List-Unsubscribe").value("<https://example.org/u>"))));
    }

    private LocalSes.Options options(Listen listen) {
        return new LocalSes.Options(folder, InstantSource.fixed(NOW), listen, Set.of("parvis-mail"));
    }

    private SesV2Client client(AwsCredentialsProvider credentials) {
        return SesV2Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_WEST_3)
                .credentialsProvider(credentials)
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
