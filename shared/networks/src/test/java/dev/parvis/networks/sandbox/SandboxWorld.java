package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;

import static org.assertj.core.api.Assertions.assertThat;

/** A sandbox with one account of ours, nobody around, and one clock for it and us. */
final class SandboxWorld implements AutoCloseable {
    static final Publishes.MediaReader NO_MEDIA = (id, most) -> {
        throw new AssertionError("no media is read");
    };

    final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final SteerableClock there = SteerableClock.standingAt(clock.instant());
    final SandboxServer server = SandboxServer.start(FakeServer.Options.LOOPBACK, SandboxOptions.QUIET, there);
    final Sandbox sandbox = new Sandbox(Desk.outbound(server.uri()), clock, Quiet.DEFAULT);
    final Publishes publishes = sandbox.publishes().orElseThrow();
    final Instant due = clock.instant();
    Connection cafe = connection(Map.of());

    Connection connection(Map<String, String> more) {
        return Desk.connection(Sandbox.ID, connect(more));
    }

    Connecting connect(Map<String, String> more) {
        var answers = new HashMap<>(Map.of("server", server.uri().toString(), "account", "cafe", "name", "Le Café"));
        answers.putAll(more);
        return sandbox.connects().orElseThrow().connect(answers);
    }

    void pass(Duration time) {
        clock.advance(time);
        there.advance(time);
    }

    Preparation.Ready prepare(String text, String key) {
        return Desk.ready(publishes.prepare(cafe, Desk.piece(content(text), key, due), NO_MEDIA));
    }

    Sending send(Preparation.Ready ready, String key) {
        return publishes.send(cafe, ready.payload(), attempt(ready, key));
    }

    Sending.Published publish(String text) {
        return (Sending.Published) send(prepare(text, text), text);
    }

    Attempt attempt(Preparation.Ready ready, String key) {
        return Desk.attempt(key, ready, due, due);
    }

    static Content content(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr");
    }

    /** Sets the webhook up as a person would, and tells its secret. */
    String webhook(String url) {
        var answer = Desk.outbound(server.uri())
                .send(Call.of("PUT", server.uri().resolve("/sandbox/v1/webhook"))
                        .with(Payload.json(Json.obj("url", url)))
                        .bearer(new Secret(cafe.credential().need("accessToken"))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("secret").text().orElseThrow();
    }

    @Override
    public void close() {
        server.close();
        assertThat(server.log().failures()).isEmpty();
    }
}
