package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Connects.Renewal;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxConnectsTest {
    private final SandboxWorld world = new SandboxWorld();
    private final Connects connects = world.sandbox.connects().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_account_connects_for_a_quarter_of_an_hour() {
        var connected = (Connecting.Connected) world.connect(Map.of());

        assertThat(connected.account()).isEqualTo("cafe");
        assertThat(connected.server()).isEqualTo(world.server.uri());
        assertThat(connected.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void what_is_wrong_is_said_by_its_field() {
        assertThat(field(Map.of("account", "Le Café"))).isEqualTo("account");
        assertThat(field(Map.of("server", "not a server"))).isEqualTo("server");
        assertThat(field(Map.of("server", "http://10.0.0.1"))).isEqualTo("server");
        assertThat(field(Map.of("webhookSecret", "whsec_short"))).isEqualTo("webhookSecret");
        world.server.faults().on("POST", "/sandbox/v1/connect").status(404);
        assertThat(field(Map.of())).isEqualTo("server");
        world.server.faults().on("POST", "/sandbox/v1/connect").cutBeforeEffect();
        assertThat(world.connect(Map.of())).isInstanceOf(Connecting.Unreachable.class);
    }

    @Test
    void a_dead_token_is_renewed_and_the_webhook_secret_stays() {
        var secret = world.webhook("http://127.0.0.1:1/hooks");
        var old = world.connection(Map.of("webhookSecret", secret));
        world.pass(Duration.ofMinutes(16));

        var renewed = (Renewal.Renewed) connects.refresh(old);

        assertThat(followers(old)).isInstanceOf(Reading.Failed.class);
        assertThat(followers(new Connection(old.channel(), renewed.credential())))
                .isInstanceOf(Reading.Measured.class);
        assertThat(renewed.credential().part("webhookSecret")).contains(secret);
        assertThat(renewed.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_lost_answer_to_a_refresh_loses_nothing() {
        world.server.faults().on("POST", "/sandbox/v1/refresh").cutAfterEffect();

        assertThat(connects.refresh(world.cafe)).isInstanceOf(Renewal.Later.class);

        assertThat(connects.refresh(world.cafe)).isInstanceOf(Renewal.Renewed.class);
    }

    @Test
    void only_a_refusal_of_the_refresh_token_itself_disconnects() {
        world.server.faults().on("POST", "/sandbox/v1/refresh").status(503);
        assertThat(connects.refresh(world.cafe)).isInstanceOf(Renewal.Later.class);
        world.server.faults().on("POST", "/sandbox/v1/refresh").status(404);
        assertThat(connects.refresh(world.cafe)).isInstanceOf(Renewal.Later.class);

        world.pass(Duration.ofDays(31));

        assertThat(connects.refresh(world.cafe)).isInstanceOf(Renewal.Revoked.class);
    }

    private Reading followers(Connection connection) {
        return world.sandbox.measures().orElseThrow().account(connection).get(Metric.FOLLOWERS);
    }

    private String field(Map<String, String> answers) {
        return ((Connecting.Refused) world.connect(answers)).field();
    }
}
