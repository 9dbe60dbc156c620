package dev.parvis.networks.bluesky;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Urls;

import static org.assertj.core.api.Assertions.assertThat;

class BlueskyModeratesTest {
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";

    private final BlueskyWorld world = new BlueskyWorld();
    private final Moderates moderates = world.bluesky.moderates().orElseThrow();
    private final String ours = world.post(world.alice, "Bonjour");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_reply_in_our_thread_is_hidden_and_hiding_it_again_changes_nothing() {
        var reply = world.reply(world.bob, ours, "spam");

        assertThat(hide(reply)).isEqualTo(new Moderation.Done("hidden in the thread"));
        assertThat(hide(reply)).isEqualTo(new Moderation.Done("hidden already"));

        assertThat(gate().at("value", "hiddenReplies").items()).containsExactly(Json.of(reply));
        assertThat(gate().at("value", "allow").isMissing()).isTrue();
    }

    @Test
    void a_gate_that_somebody_changes_meanwhile_is_read_again() {
        var first = world.reply(world.bob, ours, "spam");
        var second = world.reply(world.bob, ours, "spam encore");
        hide(first);
        world.server
                .faults()
                .on("POST", PUT)
                .with(new dev.parvis.fakes.http.Fault.Answer(dev.parvis.fakes.http.Response.text(
                        400, "{\"error\":\"InvalidSwap\",\"message\":\"Record was at bafy\"}")));

        assertThat(hide(second)).isInstanceOf(Moderation.Done.class);

        assertThat(gate().at("value", "hiddenReplies").items()).containsExactly(Json.of(first), Json.of(second));
    }

    @Test
    void a_doubt_is_tried_later_and_finds_it_done() {
        var reply = world.reply(world.bob, ours, "spam");
        world.server.faults().on("POST", PUT).cutAfterEffect();

        assertThat(hide(reply)).isInstanceOf(Moderation.Later.class);
        assertThat(hide(reply)).isEqualTo(new Moderation.Done("hidden already"));
    }

    @Test
    void what_cannot_be_done_says_why() {
        var theirs = world.post(world.bob, "chez moi");
        var inTheirs = world.reply(world.bob, theirs, "et encore");
        var mention = world.post(world.bob, "@alice.test !");

        assertThat(hide(inTheirs)).isInstanceOf(Moderation.NotPossible.class);
        assertThat(hide(mention)).isInstanceOf(Moderation.NotPossible.class);
        assertThat(moderates.act(world.alice, Action.DELETE, world.item(mention)))
                .isInstanceOf(Moderation.NotPossible.class);
        assertThat(moderates.actions()).containsExactly(Action.HIDE);
    }

    @Test
    void a_reply_that_is_gone_needs_no_hiding() {
        var reply = world.reply(world.bob, ours, "spam");
        world.bluesky.publishes().orElseThrow().delete(world.bob, reply);

        assertThat(hide(reply)).isEqualTo(new Moderation.Done("the reply is no longer there"));
    }

    @Test
    void counts_carry_where_they_come_from_and_what_is_untold_is_no_zero() {
        world.server.count(ours, "likes", 7);
        world.reply(world.bob, ours, "oui");

        var readings = world.bluesky
                .measures()
                .orElseThrow()
                .posts(world.alice, java.util.List.of(ours, "at://did:plc:gone/app.bsky.feed.post/3k"));

        assertThat(readings).containsOnlyKeys(ours);
        assertThat(readings.get(ours).get(Metric.LIKES))
                .isEqualTo(new Reading.Measured(7, "app.bsky.feed.getPosts", "likeCount", world.clock.instant()));
        assertThat(readings.get(ours).get(Metric.REPLIES))
                .isEqualTo(new Reading.Measured(1, "app.bsky.feed.getPosts", "replyCount", world.clock.instant()));
        assertThat(readings.get(ours).get(Metric.REPOSTS))
                .isEqualTo(new Reading.Measured(0, "app.bsky.feed.getPosts", "repostCount", world.clock.instant()));
        assertThat(readings.get(ours).get(Metric.IMPRESSIONS)).isInstanceOf(Reading.NotProvided.class);
    }

    @Test
    void the_accounts_own_figures_are_read_or_failed() {
        var measures = world.bluesky.measures().orElseThrow();
        assertThat(measures.account(world.alice).get(Metric.POSTS))
                .isEqualTo(new Reading.Measured(1, "app.bsky.actor.getProfile", "postsCount", world.clock.instant()));
        assertThat(measures.account(world.alice)).containsKeys(Metric.FOLLOWERS, Metric.FOLLOWING, Metric.REACH);

        world.server.faults().on("GET", "/xrpc/app.bsky.actor.getProfile").status(502);
        assertThat(measures.account(world.alice).get(Metric.FOLLOWERS)).isInstanceOf(Reading.Failed.class);

        world.server.faults().on("GET", "/xrpc/app.bsky.feed.getPosts").garbage();
        Map<Metric, Reading> failed =
                measures.posts(world.alice, java.util.List.of(ours)).get(ours);
        assertThat(failed.get(Metric.LIKES)).isInstanceOf(Reading.Failed.class);
    }

    private Moderation hide(String reply) {
        return moderates.act(world.alice, Action.HIDE, world.item(reply));
    }

    private Json gate() {
        var at = AtUri.parse(ours).orElseThrow();
        var url = Urls.of(
                world.server.uri(),
                "/xrpc/com.atproto.repo.getRecord",
                "repo",
                at.did(),
                "collection",
                "app.bsky.feed.threadgate",
                "rkey",
                at.rkey());
        return Desk.outbound(world.server.uri())
                .send(Call.get(url).bearer(new Secret(world.alice.credential().need("accessJwt"))))
                .json();
    }
}
