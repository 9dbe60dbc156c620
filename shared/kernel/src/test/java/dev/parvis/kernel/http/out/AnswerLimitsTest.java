package dev.parvis.kernel.http.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.out.CallFailed.MaybeSent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AnswerLimitsTest {
    private static final int KIB = 1024;

    @Test
    void an_answer_of_exactly_the_limit_passes_and_one_byte_more_does_not() throws IOException {
        try (var server = RawServer.answering(RawServer.ok("x".repeat(KIB)))) {
            assertThat(send(server, KIB).body()).hasSize(KIB);
            assertThat(refused(server, KIB - 1)).isEqualTo(MaybeSent.Reason.ANSWER_TOO_LARGE);
        }
    }

    @Test
    void an_endless_answer_is_cut_at_the_limit() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                RawServer.write(socket, "x".repeat(KIB));
            }
        })) {
            assertThat(refused(server, 50 * KIB)).isEqualTo(MaybeSent.Reason.ANSWER_TOO_LARGE);
        }
    }

    @Test
    void a_gzipped_answer_is_unpacked() throws IOException {
        try (var server = gzipped(gzip("déjà vu".getBytes(StandardCharsets.UTF_8)))) {
            var answer = send(server, KIB);

            assertThat(answer.text()).isEqualTo("déjà vu");
            assertThat(server.requests().getFirst().toLowerCase(java.util.Locale.ROOT))
                    .contains("accept-encoding: gzip");
        }
    }

    @Test
    void the_limit_counts_what_is_unpacked() throws IOException {
        try (var server = gzipped(gzip(new byte[100 * KIB]))) {
            assertThat(refused(server, 99 * KIB)).isEqualTo(MaybeSent.Reason.ANSWER_TOO_LARGE);
        }
    }

    @Test
    void a_bomb_is_recognised_by_its_ratio_before_it_fills_the_limit() throws IOException {
        try (var server = gzipped(gzip(new byte[20 * KIB * KIB]))) {
            assertThat(refused(server, 1 << 30)).isEqualTo(MaybeSent.Reason.ANSWER_TOO_LARGE);
        }
    }

    @Test
    void a_large_answer_that_packs_well_but_honestly_passes() throws IOException {
        var text = new StringBuilder();
        for (var i = 0; text.length() < 3 * KIB * KIB; i++) {
            text.append("{\"id\":").append(i * 7919L % 1_000_003).append("}\n");
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (var server = gzipped(gzip(bytes))) {
            assertThat(send(server, 10 * KIB * KIB).body()).isEqualTo(bytes);
        }
    }

    @Test
    void a_cut_or_broken_gzip_stream_is_a_failure_and_never_a_shorter_answer() throws IOException {
        var whole = gzip("a".repeat(5000).getBytes(StandardCharsets.UTF_8));
        var garbled = whole.clone();
        Arrays.fill(garbled, 10, 20, (byte) 0xFF);

        try (var cut = gzipped(Arrays.copyOf(whole, whole.length - 8));
                var broken = gzipped(garbled);
                var none = gzipped("plain text".getBytes(StandardCharsets.UTF_8))) {
            assertThat(refused(cut, 1 << 20)).isEqualTo(MaybeSent.Reason.CUT);
            assertThat(refused(broken, 1 << 20)).isEqualTo(MaybeSent.Reason.ANSWER_MALFORMED);
            assertThat(refused(none, 1 << 20)).isEqualTo(MaybeSent.Reason.ANSWER_MALFORMED);
        }
    }

    @Test
    void an_empty_body_that_claims_to_be_gzipped_is_empty() throws IOException {
        try (var server = gzipped(new byte[0])) {
            assertThat(send(server, KIB).body()).isEmpty();
        }
    }

    @Test
    void head_announces_any_length_and_brings_nothing() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n")) {
            var answer = new Outbound(Clock.systemUTC(), Set.of(server.address()))
                    .send(Call.of("HEAD", server.uri("/")).with(Limits.DEFAULT.answerUpTo(10)));

            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void retry_after_is_read_in_seconds_or_as_a_date_and_kept_within_a_day() {
        assertThat(retryAfter("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(retryAfter("999999999")).isEqualTo(Duration.ofDays(1));
        assertThat(retryAfter("Wed, 21 Oct 2015 07:28:00 GMT")).isEqualTo(Duration.ZERO);
        assertThat(retryAfter("-5")).isNull();
        assertThat(retryAfter("soon")).isNull();
    }

    private static Duration retryAfter(String value) {
        var now = Clock.systemUTC().instant();
        return new Answer(
                        java.net.URI.create("https://example.org"),
                        429,
                        java.util.Map.of("retry-after", java.util.List.of(value)),
                        new byte[0],
                        now,
                        now)
                .retryAfter()
                .orElse(null);
    }

    private static Answer send(RawServer server, int max) {
        return new Outbound(Clock.systemUTC(), Set.of(server.address()))
                .send(Call.get(server.uri("/")).with(Limits.DEFAULT.answerUpTo(max)));
    }

    private static MaybeSent.Reason refused(RawServer server, int max) {
        return catchThrowableOfType(MaybeSent.class, () -> send(server, max)).reason();
    }

    private static RawServer gzipped(byte[] body) throws IOException {
        return RawServer.serving((Socket socket, String request, int count) -> {
            RawServer.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
            socket.getOutputStream().write(body);
        });
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
