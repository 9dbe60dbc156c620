package dev.parvis.networks.mastodon;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Connects.Renewal;
import dev.parvis.domain.networks.Connects.Standing;
import dev.parvis.domain.networks.Measures;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.mastodon.MastodonOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** Connecting an account, and its figures. */
class MastodonAccountTest {
    private static final String ME = "/api/v1/accounts/verify_credentials";
    private static final String APP = "/api/v1/apps/verify_credentials";
    private static final String STATUSES = "/api/v1/statuses";

    private final MastodonWorld world = new MastodonWorld(MastodonOptions.MASTODON);
    private final Connects connects = world.mastodon.connects().orElseThrow();
    private final Measures measures = world.mastodon.measures().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_token_connects_and_lasts() {
        var connected = (Connecting.Connected) connects.connect(Map.of(
                "server", world.server.uri() + "/@alice",
                "accessToken", " " + world.aliceThere.token() + " ",
                "webhookSecret", "abc"));

        assertThat(connected.server()).isEqualTo(world.server.uri());
        assertThat(connected.account()).isEqualTo(world.aliceThere.id());
        assertThat(connected.handle()).isEqualTo("alice@" + world.server.uri().getAuthority());
        assertThat(connected.expiresAt()).isEqualTo(Instant.MAX);
        assertThat(connected.credential().need("webhookSecret")).isEqualTo("abc");
        assertThat(connects.refresh(world.alice)).isEqualTo(new Renewal.Lasting());
    }

    @Test
    void what_is_wrong_is_named_by_its_field() {
        var server = world.server.uri().toString();

        assertThat(refused("", "t")).isEqualTo("server");
        assertThat(refused("http://user@example.social", "t")).isEqualTo("server");
        assertThat(refused("https://10.1.2.3", "t")).isEqualTo("server");
        assertThat(refused("http://example.social", "t")).isEqualTo("server");
        assertThat(refused(server, "")).isEqualTo("accessToken");
        assertThat(refused(server, "two words")).isEqualTo("accessToken");
        assertThat(refused(server, "wrong")).isEqualTo("accessToken");
    }

    @Test
    void a_server_without_the_api_is_refused_and_one_that_is_down_is_unreachable() {
        world.server.faults().on("GET", "/api/{v}/instance").next(2).status(404);
        assertThat(refused(world.server.uri().toString(), "t")).isEqualTo("server");

        world.server.faults().on("GET", "/api/{v}/instance").status(503);
        assertThat(connect(world.server.uri().toString(), "t")).isInstanceOf(Connecting.Unreachable.class);

        world.server.faults().on("GET", ME).next(2).cutBeforeEffect();
        assertThat(connect(world.server.uri().toString(), "t")).isInstanceOf(Connecting.Unreachable.class);
    }

    @Test
    void a_token_that_is_taken_no_more_stands_dead_and_a_server_that_is_down_tells_nothing() {
        world.server.faults().on("GET", ME).next(1).status(401);
        assertThat(connects.standing(world.alice)).isEqualTo(new Standing.Dead());

        world.server.faults().on("GET", ME).next(1).status(503);
        assertThat(connects.standing(world.alice)).isInstanceOf(Standing.Unreachable.class);

        world.server.faults().on("GET", ME).next(1).status(403);
        assertThat(connects.standing(world.alice)).isEqualTo(new Standing.Untold());
    }

    @Test
    void a_token_without_the_right_to_write_is_narrow() {
        world.server.faults().on("GET", APP).next(1).with(application("read", "write:statuses"));
        assertThat(connects.standing(world.alice)).isEqualTo(new Standing.Narrow(List.of("write:media")));

        world.server.faults().on("GET", APP).next(1).with(application("read", "write"));
        assertThat(connects.standing(world.alice)).isEqualTo(new Standing.Good());
    }

    private static Fault application(String... scopes) {
        return new Fault.Answer(Response.text(200, "{\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}"));
    }

    @Test
    void a_servers_absurd_limits_are_not_believed() {
        var told = dev.parvis.kernel.json.Json.parse(
                "{\"max_toot_chars\":-1,\"configuration\":{\"statuses\":{\"max_characters\":99999999999,\"characters_reserved_per_url\":\"x\"},"
                        + "\"media_attachments\":{\"supported_mime_types\":[\"video/mp4\",7]}}}");

        var limits = Instances.limits(told);

        assertThat(limits.textLength()).isEqualTo(500);
        assertThat(limits.urlLength()).isEqualTo(23);
        assertThat(limits.imageTypes()).containsExactly("image/jpeg");
    }

    @Test
    void nobody_elses_posts_can_be_hidden() {
        var moderates = world.mastodon.moderates().orElseThrow();

        assertThat(moderates.actions()).isEmpty();
        assertThat(moderates.act(world.alice, Action.HIDE, item())).isInstanceOf(Moderation.NotPossible.class);
    }

    private dev.parvis.domain.items.Item item() {
        world.says(world.bobThere, "@alice spam");
        var heard = (dev.parvis.domain.networks.Listens.Hearing.Heard) world.mastodon
                .listens()
                .orElseThrow()
                .listen(world.alice, java.util.Optional.empty(), 10, java.time.Duration.ofSeconds(10));
        return heard.items().getFirst();
    }

    @Test
    void counts_are_read_together_and_what_is_gone_is_left_out() {
        var ours = world.says(world.aliceThere, "Bonjour");
        world.server.count(ours, "favourites", 5);

        var readings = measures.posts(world.alice, List.of(ours, "999"));

        assertThat(readings).containsOnlyKeys(ours);
        assertThat(readings.get(ours).get(Metric.LIKES))
                .isEqualTo(new Reading.Measured(5, "GET /api/v1/statuses", "favourites_count", world.clock.instant()));
        assertThat(readings.get(ours).get(Metric.REPLIES))
                .isEqualTo(new Reading.Measured(0, "GET /api/v1/statuses", "replies_count", world.clock.instant()));
        assertThat(readings.get(ours).get(Metric.REACH)).isInstanceOf(Reading.NotProvided.class);
        assertThat(world.server.log().count("GET", STATUSES + "/{id}")).isZero();
    }

    @Test
    void where_many_cannot_be_read_at_once_they_are_read_one_by_one() {
        var ours = world.says(world.aliceThere, "Bonjour");
        world.server.faults().on("GET", STATUSES).status(404);

        var readings = measures.posts(world.alice, List.of(ours, "999"));

        assertThat(readings).containsOnlyKeys(ours);
        assertThat(readings.get(ours).get(Metric.REPOSTS))
                .isEqualTo(new Reading.Measured(0, "GET /api/v1/statuses/:id", "reblogs_count", world.clock.instant()));
    }

    @Test
    void failed_zero_and_not_provided_are_three_things() {
        var ours = world.says(world.aliceThere, "Bonjour");
        world.server
                .faults()
                .on("GET", STATUSES)
                .with(new Fault.Answer(Response.text(
                        200,
                        "[{\"id\":\"" + ours
                                + "\",\"favourites_count\":0,\"reblogs_count\":\"7\",\"replies_count\":-1}]")));

        var readings = measures.posts(world.alice, List.of(ours)).get(ours);

        assertThat(readings.get(Metric.LIKES)).isInstanceOf(Reading.Measured.class);
        assertThat(readings.get(Metric.REPOSTS)).isInstanceOf(Reading.Failed.class);
        assertThat(readings.get(Metric.REPLIES)).isInstanceOf(Reading.Failed.class);
        assertThat(readings.get(Metric.QUOTES)).isInstanceOf(Reading.NotProvided.class);

        world.server.faults().on("GET", STATUSES).status(500);
        assertThat(measures.posts(world.alice, List.of(ours)).get(ours).get(Metric.LIKES))
                .isInstanceOf(Reading.Failed.class);
        world.server.faults().on("GET", ME).status(500);
        assertThat(measures.account(world.alice).get(Metric.FOLLOWERS)).isInstanceOf(Reading.Failed.class);
        assertThat(measures.account(world.alice).get(Metric.FOLLOWERS))
                .isEqualTo(new Reading.Measured(
                        0, "GET /api/v1/accounts/verify_credentials", "followers_count", world.clock.instant()));
    }

    private Connecting connect(String server, String token) {
        return connects.connect(MastodonWorld.answers(server, token));
    }

    private String refused(String server, String token) {
        return ((Connecting.Refused) connect(server, token)).field();
    }
}
