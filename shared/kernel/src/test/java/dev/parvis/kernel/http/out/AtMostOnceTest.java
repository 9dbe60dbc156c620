package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.CallFailed.MaybeSent;
import dev.parvis.kernel.http.out.CallFailed.NotSent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whatever a server does, one call is one request on the wire, and the caller is told how far it came. */
class AtMostOnceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "503 Busy\r\nRetry-After: 0",
                "503 Busy\r\nRetry-After: 00",
                "408 Timeout",
                "408 Timeout\r\nRetry-After: 0",
                "421 Misdirected",
                "401 No\r\nWWW-Authenticate: Basic realm=\"x\"",
                "301 Moved\r\nLocation: /elsewhere",
                "302 Found\r\nLocation: /elsewhere",
                "303 Other\r\nLocation: /elsewhere",
                "307 Again\r\nLocation: /elsewhere",
                "308 Again\r\nLocation: /elsewhere",
                "429 Slow\r\nRetry-After: 0",
                "500 Broken",
                "502 Broken"
            })
    void an_answer_that_invites_another_attempt_is_answered_with_none(String statusAndHeader) throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 " + statusAndHeader + "\r\nContent-Length: 0\r\n\r\n")) {
            var outbound = outbound(server);

            var get = outbound.send(Call.get(server.uri("/thing")));
            var post = outbound.send(Call.post(server.uri("/thing"), body("hello")));

            var status = Integer.parseInt(statusAndHeader.substring(0, 3));
            assertThat(get.status()).isEqualTo(status);
            assertThat(post.status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_demand_for_proxy_credentials_is_not_met_either() throws IOException {
        try (var server = RawServer.answering(
                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")) {
            var failed = maybe(outbound(server), Call.get(server.uri("/")));

            assertThat(failed.partialStatus()).contains(407);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void the_header_hidden_from_the_library_is_given_back_to_the_caller() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 503 No\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")) {
            var answer = outbound(server).send(Call.get(server.uri("/")));

            assertThat(answer.header("Retry-After")).contains("7");
            assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(answer.headers()).doesNotContainKey("x-parvis-hidden-retry-after");
        }
    }

    @Test
    void a_server_cannot_name_the_hidden_header_itself() throws IOException {
        try (var server =
                RawServer.answering("HTTP/1.1 200 OK\r\nX-Parvis-Hidden-Retry-After: 9\r\nContent-Length: 0\r\n\r\n")) {
            var answer = outbound(server).send(Call.get(server.uri("/")));

            assertThat(answer.header("retry-after")).isEmpty();
        }
    }

    @Test
    void a_cut_after_the_whole_request_may_have_been_sent_and_is_not_repeated() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> socket.close())) {
            var failed = maybe(outbound(server), Call.post(server.uri("/post"), body("text")));

            assertThat(failed.reason()).isEqualTo(MaybeSent.Reason.CUT);
            assertThat(failed.wholeRequestWritten()).isTrue();
            assertThat(failed.partialStatus()).isEmpty();
            assertThat(server.requests()).singleElement().asString().endsWith("text");
        }
    }

    @Test
    void a_cut_on_a_connection_kept_from_before_is_not_repeated_on_a_fresh_one() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> {
            if (count == 1) {
                RawServer.write(socket, RawServer.ok("first"));
            } else {
                socket.close();
            }
        })) {
            var outbound = outbound(server);
            outbound.send(Call.post(server.uri("/one"), body("1")));

            var failed = maybe(outbound, Call.post(server.uri("/two"), body("2")));

            assertThat(failed.wholeRequestWritten()).isTrue();
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_request_cut_in_its_midst_may_have_been_sent_but_not_whole() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            var failed = maybe(outbound(server), Call.post(server.uri("/"), Payload.bytes(new byte[20 << 20], "a/b")));

            assertThat(failed.wholeRequestWritten()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_answer_cut_in_its_body_tells_the_status_that_came() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> {
            RawServer.write(socket, "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\nhalf");
            socket.close();
        })) {
            var failed = maybe(outbound(server), Call.post(server.uri("/"), body("x")));

            assertThat(failed.partialStatus()).contains(201);
            assertThat(failed.wholeRequestWritten()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void an_answer_that_is_no_http_may_have_been_sent(String answer) throws IOException {
        try (var server = RawServer.answering(answer)) {
            var failed = maybe(outbound(server), Call.get(server.uri("/")));

            assertThat(failed.reason()).isEqualTo(MaybeSent.Reason.ANSWER_MALFORMED);
        }
    }

    @Test
    void a_silent_server_ends_the_call_at_its_time_out() throws IOException {
        try (var server = RawServer.serving(
                (socket, request, count) -> socket.getInputStream().read())) {
            var failed = maybe(
                    outbound(server), Call.get(server.uri("/")).with(Limits.DEFAULT.read(Duration.ofMillis(200))));

            assertThat(failed.reason()).isEqualTo(MaybeSent.Reason.TIME_OUT);
            assertThat(failed.wholeRequestWritten()).isTrue();
        }
    }

    @Test
    void a_server_that_drips_cannot_outlast_the_total() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (true) {
                RawServer.write(socket, ".");
                Thread.sleep(Duration.ofMillis(20));
            }
        })) {
            var failed = maybe(outbound(server), Call.get(server.uri("/")).within(Duration.ofMillis(400)));

            assertThat(failed.reason()).isEqualTo(MaybeSent.Reason.TIME_OUT);
            assertThat(failed.partialStatus()).contains(200);
        }
    }

    @Test
    void a_closed_port_means_nothing_was_sent() throws IOException {
        int port;
        try (var listener = new ServerSocket(0)) {
            port = listener.getLocalPort();
        }
        var outbound = new Outbound(Clock.systemUTC(), Set.of(new HostPort("127.0.0.1", port)));

        var failed = not(outbound, Call.post(URI.create("http://127.0.0.1:" + port + "/"), body("x")));

        assertThat(failed.reason()).isEqualTo(NotSent.Reason.CONNECT);
    }

    @Test
    void an_unknown_name_means_nothing_was_sent() {
        var failed = not(new Outbound(Clock.systemUTC(), Set.of()), Call.get(URI.create("https://nowhere.invalid/")));

        assertThat(failed.reason()).isEqualTo(NotSent.Reason.DNS);
    }

    @Test
    void the_message_of_a_failure_names_the_host_and_hides_path_and_query() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> socket.close())) {
            var failed = maybe(outbound(server), Call.get(server.uri("/bot12345:TOKEN/send?access_token=hidden")));

            assertThat(failed).hasMessageContaining("127.0.0.1").hasMessageNotContainingAny("TOKEN", "hidden");
        }
    }

    private static Outbound outbound(RawServer server) {
        return new Outbound(Clock.systemUTC(), Set.of(server.address()));
    }

    private static Payload body(String text) {
        return Payload.bytes(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private static MaybeSent maybe(Outbound outbound, Call call) {
        return catchThrowableOfType(MaybeSent.class, () -> outbound.send(call));
    }

    private static NotSent not(Outbound outbound, Call call) {
        return catchThrowableOfType(NotSent.class, () -> outbound.send(call));
    }
}
