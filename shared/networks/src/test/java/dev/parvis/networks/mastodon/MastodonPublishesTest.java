package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class MastodonPublishesTest {
    private static final String STATUSES = "/api/v1/statuses";
    private static final Content HELLO = MastodonWorld.text("Bonjour, la place !");

    private MastodonWorld world = new MastodonWorld(MastodonOptions.MASTODON);

    @AfterEach
    void close() {
        world.close();
    }

    private void restart(MastodonOptions options) {
        world.close();
        world = new MastodonWorld(options);
    }

    @Test
    void a_status_goes_out_with_its_key_and_its_language() {
        var sent = world.send(world.prepare(HELLO));

        var post = world.server.posts().getFirst();
        assertThat(sent).isInstanceOfSatisfying(Sending.Published.class, published -> {
            assertThat(published.nativeId()).isEqualTo(post.id());
            assertThat(published.url()).startsWith(world.server.uri() + "/@alice/");
        });
        assertThat(post.text()).isEqualTo("Bonjour, la place !");
        assertThat(post.key()).contains("key");
        assertThat(world.server.log().requests("POST", STATUSES).getFirst().text())
                .contains("\"language\":\"fr\"");
    }

    @Test
    void images_are_described_and_waited_for() {
        restart(MastodonOptions.MASTODON.mediaPolls(3));
        var content = new Content(
                "Voyez",
                Optional.empty(),
                List.of(new Content.Image("a", "Une place"), new Content.Image("b", "")),
                "");

        var sent = world.send(world.prepare(content));

        assertThat(sent).isInstanceOf(Sending.Published.class);
        var status = Json.of(world.server.status(world.server.posts().getFirst().id()));
        assertThat(status.at("media_attachments").items()).hasSize(2);
        assertThat(status.at("media_attachments", 0, "description").textOr("")).isEqualTo("Une place");
        assertThat(world.server.log().count("GET", "/api/v1/media/{id}")).isEqualTo(8);
    }

    @Test
    void an_image_that_is_never_ready_is_given_up_and_nothing_goes_out() {
        restart(MastodonOptions.MASTODON.mediaPolls(1000));
        var content = new Content("Voyez", Optional.empty(), List.of(new Content.Image("a", "")), "");

        var preparation =
                world.publishes.prepare(world.alice, Desk.piece(content, "key", world.due), MastodonWorld.PICTURES);

        assertThat(preparation).isInstanceOf(Preparation.Later.class);
        assertThat(world.clock.instant()).isBefore(world.due.plusSeconds(61));
    }

    @Test
    void an_image_that_cannot_be_processed_is_refused_for_good() {
        restart(MastodonOptions.MASTODON.mediaFails(true));
        var content = new Content("Voyez", Optional.empty(), List.of(new Content.Image("a", "")), "");

        assertThat(world.publishes.prepare(world.alice, Desk.piece(content, "key", world.due), MastodonWorld.PICTURES))
                .isInstanceOf(Preparation.Impossible.class);
    }

    @Test
    void the_servers_own_limits_are_read_and_kept() {
        restart(MastodonOptions.MASTODON.maxCharacters(40));

        var limits = world.publishes.limits(world.alice);
        world.publishes.limits(world.alice);

        assertThat(limits.textLength()).isEqualTo(40);
        assertThat(world.server.log().count("GET", "/api/v2/instance")).isEqualTo(2); // one of them to connect
        assertThat(world.publishes.check(new Content("é".repeat(41), Optional.empty(), List.of(), ""), limits))
                .hasSize(1);
    }

    @Test
    void version_1_tells_them_where_version_2_is_missing() {
        restart(MastodonOptions.SNAC);

        assertThat(world.publishes.limits(world.alice).textLength()).isEqualTo(500);
        assertThat(world.server.log().count("GET", "/api/v1/instance")).isPositive();
    }

    @Test
    void a_429_without_retry_after_waits_for_the_reset() {
        var reset = Instant.now().plusSeconds(95).truncatedTo(ChronoUnit.MICROS);
        world.server.faults().on("POST", STATUSES).status(429, "X-RateLimit-Reset", reset.toString());

        assertThat(world.send(world.prepare(HELLO)))
                .isInstanceOfSatisfying(Sending.NotTaken.class, not -> assertThat(not.notBefore())
                        .isBetween(Duration.ofSeconds(85), Duration.ofSeconds(95)));
    }

    @Test
    void a_revoked_token_is_told_apart_from_a_refusal() {
        var ready = world.prepare(HELLO);
        world.server.revoke(world.aliceThere.token());

        assertThat(world.send(ready)).isEqualTo(new Sending.Expired());
        assertThat(world.server.posts()).isEmpty();
    }

    @Test
    void a_refusal_says_why_in_the_servers_words() {
        world.server.faults().on("POST", STATUSES).status(422);

        assertThat(world.send(world.prepare(HELLO)))
                .isInstanceOfSatisfying(Sending.Refused.class, refused -> assertThat(refused.reason())
                        .contains("HTTP 422"));
    }

    @Test
    void deleting_twice_is_deleting_once() {
        for (var kind : List.of(MastodonOptions.MASTODON, MastodonOptions.SNAC)) {
            restart(kind);
            var sent = (Sending.Published) world.send(world.prepare(HELLO));

            assertThat(world.publishes.delete(world.alice, sent.nativeId())).isEqualTo(new Removal.Removed());
            assertThat(world.publishes.delete(world.alice, sent.nativeId())).isEqualTo(new Removal.Removed());
            assertThat(world.server.posts()).isEmpty();
        }
    }
}
