package dev.parvis.fakes.sandbox;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.sink.WebhookSink;

import static org.assertj.core.api.Assertions.assertThat;

class HooksTest {
    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private final SandboxServer server = SandboxServer.start(FakeServer.Options.LOOPBACK, SandboxOptions.QUIET, clock);
    private WebhookSink sink;
    private Visitor cafe;
    private String post;

    @BeforeEach
    void register() {
        cafe = Visitor.connect(server, "cafe-lumiere", "Café Lumière");
        post = cafe.publish("k1", "Bonjour").get("id");
        sink = WebhookSink.start(FakeServer.Options.LOOPBACK, hook("http://127.0.0.1:1/"), clock);
        hook(sink.endpoint().toString());
    }

    @AfterEach
    void close() {
        server.close();
        sink.close();
    }

    @Test
    void a_comment_is_told_once_signed_with_the_secret_that_was_given() {
        String id = server.comment(post, "lea", "bonjour", "fr");

        server.tick();
        server.tick();

        assertThat(sink.received()).hasSize(1);
        WebhookSink.Received received = sink.received().getFirst();
        assertThat(received.verified()).isTrue();
        assertThat(received.type()).isEqualTo("comment.created");
        assertThat(received.id()).isEqualTo("msg_" + id);
        assertThat(Json.map(received.request().json(), "data"))
                .containsEntry("text", "bonjour")
                .containsEntry("post", post);
    }

    @Test
    void what_is_refused_comes_again_after_its_pause_with_the_same_id_until_it_is_taken() {
        sink.faults().on("POST", "/hook").next(2).status(503);
        server.comment(post, "lea", "bonjour", "fr");

        server.tick();
        clock.advance(Duration.ofSeconds(4));
        server.tick();
        int early = sink.log().count("POST", "/hook");
        clock.advance(Duration.ofSeconds(1));
        server.tick();
        clock.advance(Duration.ofSeconds(30));
        server.tick();

        assertThat(early).isEqualTo(1);
        assertThat(sink.log().count("POST", "/hook")).isEqualTo(3);
        assertThat(sink.received()).hasSize(1).allMatch(WebhookSink.Received::verified);
    }

    @Test
    void after_the_last_attempt_it_gives_up_and_410_removes_the_webhook() {
        sink.faults().on("POST", "/hook").next(5).status(500);
        server.comment(post, "lea", "lost", "fr");
        for (int i = 0; i < 8; i++) {
            server.tick();
            clock.advance(Duration.ofMinutes(10));
        }
        int attempts = sink.log().count("POST", "/hook");

        sink.faults().on("POST", "/hook").status(410);
        server.comment(post, "lea", "gone", "fr");
        server.tick();
        server.comment(post, "lea", "unheard", "fr");
        server.tick();

        assertThat(attempts).isEqualTo(5);
        assertThat(sink.log().count("POST", "/hook")).isEqualTo(6);
    }

    @Test
    void what_was_there_before_is_not_told_and_a_url_must_be_one() {
        server.comment(post, "lea", "old", "fr");
        clock.advance(Duration.ofSeconds(1));
        hook(sink.endpoint().toString());

        server.tick();

        assertThat(sink.received()).isEmpty();
        assertThat(cafe.http()
                        .put("/sandbox/v1/webhook", Json.object("url", "file:///etc/passwd"))
                        .get("error"))
                .isEqualTo("url_invalid");
    }

    private String hook(String url) {
        return cafe.http().put("/sandbox/v1/webhook", Json.object("url", url)).get("secret");
    }
}
