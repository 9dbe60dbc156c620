package dev.parvis.kernel.http.out;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CallTest {

    @Test
    void each_kind_of_payload_arrives_whole_with_its_type_and_length(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "from a file");
        var form = new LinkedHashMap<String, String>();
        form.put("text", "déjà vu & more");
        form.put("n", "1");
        try (var server = RawServer.answering(RawServer.ok(""))) {
            send(server, Payload.json(Json.obj("a", 1)));
            send(server, Payload.form(form));
            send(server, new Payload.OfFile(file, "text/plain"));
            send(server, new Payload.OfStream(() -> stream("streamed"), 8, "image/png"));
            send(server, Payload.NONE);

            assertThat(server.requests().get(0))
                    .contains("Content-Type: application/json", "Content-Length: 7")
                    .endsWith("{\"a\":1}");
            assertThat(server.requests().get(1))
                    .contains("x-www-form-urlencoded")
                    .endsWith("text=d%C3%A9j%C3%A0+vu+%26+more&n=1");
            assertThat(server.requests().get(2)).contains("Content-Length: 11").endsWith("from a file");
            assertThat(server.requests().get(3))
                    .contains("Content-Type: image/png")
                    .endsWith("streamed");
            assertThat(server.requests().get(4)).contains("Content-Length: 0").endsWith("\r\n\r\n");
            assertThat(server.requests()).noneMatch(request -> request.contains("chunked"));
        }
    }

    @Test
    void a_form_of_parts_has_a_known_length_and_quotes_its_names() throws IOException {
        try (var server = RawServer.answering(RawServer.ok(""))) {
            var picture = new Payload.Part(
                    "file", "a \"b\"\r\nX: y é.png", new Payload.OfStream(() -> stream("PNG"), 3, "image/png"));

            send(server, new Payload.Multipart(List.of(Payload.field("description", "alt"), picture)));

            assertThat(server.requests().getFirst())
                    .contains("Content-Type: multipart/form-data; boundary=", "Content-Length: ")
                    .contains("Content-Disposition: form-data; name=\"description\"", "\r\n\r\nalt\r\n")
                    .contains("name=\"file\"; filename=\"a %22b%22%0D%0AX: y Ã©.png\"", "\r\n\r\nPNG\r\n")
                    .doesNotContain("chunked");
        }
    }

    @Test
    void a_stream_that_is_not_as_long_as_said_fails_the_call() throws IOException {
        try (var server = RawServer.answering(RawServer.ok(""))) {
            assertThatThrownBy(() -> send(server, new Payload.OfStream(() -> stream("longer"), 3, "a/b")))
                    .isInstanceOf(CallFailed.MaybeSent.class);
            assertThatThrownBy(() -> send(server, new Payload.OfStream(() -> stream("short"), 300, "a/b")))
                    .isInstanceOf(CallFailed.MaybeSent.class);
        }
    }

    @Test
    void the_instant_of_the_first_byte_is_the_clocks() throws IOException {
        var clock = ManualClock.at("2026-11-21T04:30:00Z");
        try (var server = RawServer.answering(RawServer.ok(""))) {
            var answer = new Outbound(clock, Set.of(server.address())).send(Call.get(server.uri("/")));

            assertThat(answer.firstByteSentAt()).isEqualTo(clock.instant());
        }
    }

    @Test
    void a_connection_is_used_again_at_once_but_not_after_a_freeze() throws IOException {
        var clock = ManualClock.at("2026-11-21T04:30:00Z");
        try (var server = RawServer.answering(RawServer.ok("x"))) {
            var outbound = new Outbound(clock, Set.of(server.address()));

            outbound.send(Call.get(server.uri("/")));
            outbound.send(Call.get(server.uri("/")));
            assertThat(server.connections()).isEqualTo(1);

            clock.advance(Duration.ofSeconds(5));
            outbound.send(Call.get(server.uri("/")));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void headers_that_would_split_or_leave_ascii_are_refused_without_repeating_them() {
        var call = Call.get(URI.create("https://example.org"));

        for (var value : List.of("a\r\nX: y", "a\nb", "é", "a\u0000", "token\u007f")) {
            assertThatThrownBy(() -> call.header("authorization", value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(value);
        }
        assertThatThrownBy(() -> call.header("a b", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call.header("", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_call_prints_neither_path_nor_query_nor_token() {
        var call = Call.get(URI.create("https://example.org/bot1:abc/send?access_token=def"))
                .bearer(new Secret("ghi"));

        assertThat(call.toString()).isEqualTo("GET example.org");
    }

    private static void send(RawServer server, Payload payload) {
        new Outbound(Clock.systemUTC(), Set.of(server.address())).send(Call.post(server.uri("/"), payload));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
