package dev.parvis.networks.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Listens.Hearing;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.domain.networks.ReceivesWebhooks.Verdict;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.sink.WebhookSink;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxDeliveriesTest {
    private final SandboxWorld world = new SandboxWorld();
    private final String secret = world.webhook("http://127.0.0.1:1/not-yet");
    private final WebhookSink sink = WebhookSink.start(FakeServer.Options.LOOPBACK, secret, world.there);
    private Connection cafe;

    @BeforeEach
    void connect() {
        world.webhook(sink.endpoint().toString());
        cafe = world.connection(Map.of("webhookSecret", secret));
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Test
    void a_delivery_brings_the_same_item_as_the_inbox() {
        var post = world.publish("Bonjour");
        world.server.comment(post.nativeId(), "lea", "Très déçue", "fr");
        world.server.tick();

        var verdict = receive(delivery());

        var polled = (Hearing.Heard)
                world.sandbox.listens().orElseThrow().listen(cafe, Optional.empty(), 10, Duration.ofSeconds(5));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.items()).isEqualTo(polled.items());
            assertThat(accepted.deliveryId()).startsWith("msg_");
        });
    }

    @Test
    void an_altered_a_late_and_an_unsigned_delivery_are_forged() {
        world.server.mention("cafe", "lea", "Bonjour", "fr");
        world.server.tick();
        var genuine = delivery();
        var altered = new Raw(
                genuine.headers(),
                body(genuine).replace("Bonjour", "Bonsoir").getBytes(StandardCharsets.UTF_8),
                genuine.receivedAt());
        var unsigned = new HashMap<>(genuine.headers());
        unsigned.remove("webhook-signature");

        assertThat(receive(altered)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(new Raw(unsigned, genuine.body(), genuine.receivedAt())))
                .isInstanceOf(Verdict.Forged.class);
        assertThat(world.sandbox.receivesWebhooks().orElseThrow().receive(world.cafe, genuine))
                .as("a channel connected without a secret")
                .isInstanceOf(Verdict.Forged.class);
        world.pass(Duration.ofMinutes(6));
        assertThat(receive(genuine)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void another_accounts_item_is_not_taken() {
        world.server.mention("cafe", "lea", "Bonjour", "fr");
        world.server.tick();
        var channel = cafe.channel();
        var other = new Connection(
                new Channel(
                        channel.workspace(),
                        channel.id(),
                        channel.brand(),
                        channel.network(),
                        channel.server(),
                        "other",
                        "other",
                        channel.state(),
                        "",
                        channel.connectedAt(),
                        1),
                cafe.credential());

        assertThat(world.sandbox.receivesWebhooks().orElseThrow().receive(other, delivery()))
                .isInstanceOf(Verdict.Unreadable.class);
    }

    private Verdict receive(Raw raw) {
        return world.sandbox.receivesWebhooks().orElseThrow().receive(cafe, raw);
    }

    private Raw delivery() {
        var request = sink.received().getLast().request();
        var headers = new HashMap<String, String>();
        for (var name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            headers.put(name, request.header(name).orElseThrow());
        }
        return new Raw(headers, request.body(), world.clock.instant());
    }

    private static String body(Raw raw) {
        return new String(raw.body(), StandardCharsets.UTF_8);
    }
}
