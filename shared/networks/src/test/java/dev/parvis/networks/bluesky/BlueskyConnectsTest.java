package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Connects.Renewal;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class BlueskyConnectsTest {
    private static final String CREATE = "/xrpc/com.atproto.server.createSession";
    private static final String REFRESH = "/xrpc/com.atproto.server.refreshSession";

    private final BlueskyWorld world = new BlueskyWorld();
    private final Connects connects = world.bluesky.connects().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_app_password_gives_a_session_that_says_when_it_dies() {
        var connected = (Connecting.Connected) connects.connect(world.answers("@alice.test", BlueskyWorld.PASSWORD));

        assertThat(connected.account()).startsWith("did:plc:");
        assertThat(connected.handle()).isEqualTo("alice.test");
        assertThat(connected.server()).isEqualTo(world.server.uri());
        assertThat(connected.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofHours(2)));
        assertThat(connected.credential().parts())
                .containsKeys("accessJwt", "refreshJwt", "appPassword", "pds", "service");
        assertThat(connected.toString()).doesNotContain(BlueskyWorld.PASSWORD);
    }

    @Test
    void what_is_wrong_is_named_by_its_field() {
        assertThat(refused(world.answers("alice.test", "wrong"))).isEqualTo("appPassword");
        assertThat(refused(world.answers("", BlueskyWorld.PASSWORD))).isEqualTo("handle");
        assertThat(refused(Map.of("handle", "alice.test", "appPassword", "x", "server", "http://10.0.0.1/")))
                .isEqualTo("server");
        assertThat(refused(Map.of("handle", "alice.test", "appPassword", "x", "server", "https://169.254.169.254/")))
                .isEqualTo("server");
        assertThat(refused(Map.of("handle", "alice.test", "appPassword", "x", "server", "not a server")))
                .isEqualTo("server");
    }

    @Test
    void a_server_that_sends_the_account_to_a_private_address_is_refused() {
        world.server
                .faults()
                .on("POST", CREATE)
                .with(new Fault.Answer(Response.text(
                        200,
                        "{\"did\":\"did:plc:abc\",\"handle\":\"alice.test\",\"accessJwt\":\"a\",\"refreshJwt\":\"r\",\"didDoc\":{\"service\":"
                                + "[{\"id\":\"#atproto_pds\",\"serviceEndpoint\":\"https://192.168.1.1\"}]}}")));

        assertThat(refused(world.answers("alice.test", BlueskyWorld.PASSWORD))).isEqualTo("server");
    }

    @Test
    void a_server_that_knows_another_account_is_refused() {
        world.server
                .faults()
                .on("GET", "/xrpc/com.atproto.server.getSession")
                .with(new Fault.Answer(Response.text(200, "{\"did\":\"did:plc:other\"}")));

        assertThat(refused(world.answers("alice.test", BlueskyWorld.PASSWORD))).isEqualTo("server");
    }

    @Test
    void what_is_no_bluesky_is_refused_and_what_is_down_is_unreachable() {
        world.server.faults().on("POST", CREATE).garbage();
        assertThat(refused(world.answers("alice.test", BlueskyWorld.PASSWORD))).isEqualTo("server");

        world.server.faults().on("POST", CREATE).status(503);
        assertThat(connects.connect(world.answers("alice.test", BlueskyWorld.PASSWORD)))
                .isInstanceOf(Connecting.Unreachable.class);
    }

    @Test
    void a_session_is_renewed_by_its_refresh_token() {
        world.pass(Duration.ofHours(3));

        var renewed = (Renewal.Renewed) connects.refresh(world.alice);

        assertThat(world.server.log().count("POST", CREATE)).isEqualTo(2); // alice's and bob's first ones
        assertThat(renewed.expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofHours(2)));
        assertThat(renewed.credential().need("appPassword")).isEqualTo(BlueskyWorld.PASSWORD);
        assertThat(world.bluesky.measures().orElseThrow().account(with(renewed.credential())))
                .isNotEmpty();
    }

    @Test
    void a_dead_refresh_token_falls_back_to_the_app_password() {
        world.pass(Duration.ofDays(91));

        assertThat(connects.refresh(world.alice)).isInstanceOf(Renewal.Renewed.class);
        assertThat(world.server.log().count("POST", CREATE)).isEqualTo(3);
    }

    @Test
    void a_revoked_app_password_needs_a_person_and_a_bad_day_does_not() {
        world.pass(Duration.ofDays(91));
        var parts = new HashMap<>(world.alice.credential().parts());
        parts.put("appPassword", "revoked");
        assertThat(connects.refresh(with(new Credential(parts)))).isInstanceOf(Renewal.Revoked.class);

        world.server.faults().on("POST", REFRESH).status(500);
        assertThat(connects.refresh(world.alice)).isInstanceOf(Renewal.Later.class);
        world.server.faults().on("POST", REFRESH).cutAfterEffect();
        assertThat(connects.refresh(world.alice)).isInstanceOf(Renewal.Later.class);
        world.server.faults().on("POST", REFRESH).garbage();
        assertThat(connects.refresh(world.alice)).isInstanceOf(Renewal.Later.class);
        world.server.faults().on("POST", REFRESH).status(429);
        assertThat(connects.refresh(world.alice)).isInstanceOf(Renewal.Later.class);
    }

    @Test
    void an_opaque_token_lives_two_hours_by_guess() {
        var now = Instant.parse("2026-11-21T09:00:00Z");

        for (var token : new String[] {"opaque", "a.b.c", "a.!!.c", "..", "a.eyJleHAiOiJ4In0.c"}) {
            assertThat(Session.expiry(token)).as(token).isEmpty();
        }
        assertThat(new Session(world.server.uri(), world.server.uri(), "did:plc:x", "opaque", "r", "p").expiresAt(now))
                .isEqualTo(now.plus(Duration.ofHours(2)));
    }

    private Connection with(Credential credential) {
        return new Connection(world.alice.channel(), credential);
    }

    private String refused(Map<String, String> answers) {
        return ((Connecting.Refused) connects.connect(answers)).field();
    }
}
