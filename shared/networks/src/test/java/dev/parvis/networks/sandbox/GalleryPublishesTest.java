package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** The one irreversible call on the gallery, and what is known of it when nobody heard the answer. */
class GalleryPublishesTest {
    private static final String PUBLISH = "/gallery/v1/publish";
    private static final String COMMENTS = "/gallery/v1/posts/{id}/comments";
    private static final Duration QUIET = Duration.ofMinutes(3);

    private final GalleryWorld world = new GalleryWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_container_is_published_once_however_often_it_is_sent() {
        var ready = world.ready(GalleryWorld.carousel("Une fois", 2), "k");
        var first = (Sending.Published) world.send(ready, "k");

        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Uncertain.class);

        assertThat(world.shown()).hasSize(1);
        assertThat(reconciled(ready, Set.of())).isEqualTo(new Reconciliation.Found(first.nativeId(), first.url()));
        assertThat(world.publishes.safety()).isEqualTo(Safety.TWO_PHASES);
        assertThat(world.publishes.nativeId(world.cafe.channel(), URI.create(first.url())))
                .contains(first.nativeId());
    }

    @Test
    void an_answer_that_is_lost_is_found_out_by_the_containers_state() {
        var ready = world.ready(GalleryWorld.carousel("Perdu", 2), "k");
        world.server.faults().on("POST", PUBLISH).cutAfterEffect();

        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Uncertain.class);

        assertThat(reconciled(ready, Set.of())).isInstanceOf(Reconciliation.Found.class);
    }

    @Test
    void a_container_that_is_not_published_when_all_is_quiet_proves_that_nothing_went_out() {
        var ready = world.ready(GalleryWorld.carousel("Jamais arrivé", 2), "k");
        world.server.faults().on("POST", PUBLISH).cutBeforeEffect();

        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Uncertain.class);

        assertThat(reconciled(ready, Set.of())).isInstanceOf(Reconciliation.Undecided.class);
        world.pass(QUIET);
        assertThat(reconciled(ready, Set.of())).isInstanceOf(Reconciliation.Absent.class);
        world.pass(Duration.ofHours(25));
        assertThat(reconciled(ready, Set.of())).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void what_is_published_and_not_listed_yet_is_never_called_absent() {
        var ready = world.ready(GalleryWorld.carousel("Pas encore", 1), "k");
        var out = (Sending.Published) world.send(ready, "k");
        world.pass(QUIET);

        assertThat(reconciled(ready, Set.of(out.nativeId()))).isInstanceOf(Reconciliation.Undecided.class);
    }

    @Test
    void two_posts_that_say_the_same_are_two_and_each_finds_one() {
        var one = world.ready(GalleryWorld.carousel("Pareil", 2), "a");
        var other = world.ready(GalleryWorld.carousel("Pareil", 2), "b");
        var first = (Sending.Published) world.send(one, "a");
        var second = (Sending.Published) world.send(other, "b");

        assertThat(first.nativeId()).isNotEqualTo(second.nativeId());
        assertThat(reconciled(other, Set.of(first.nativeId())))
                .isEqualTo(new Reconciliation.Found(second.nativeId(), second.url()));
        assertThat(reconciled(one, Set.of(second.nativeId())))
                .isEqualTo(new Reconciliation.Found(first.nativeId(), first.url()));
    }

    @Test
    void what_was_surely_not_taken_is_sent_again_from_the_same_container_or_from_a_new_one() {
        var ready = world.ready(GalleryWorld.carousel("Encore", 1), "k");
        world.server.faults().on("POST", PUBLISH).status(429, "Retry-After", "37");
        assertThat(world.send(ready, "k")).isInstanceOf(Sending.NotTaken.class);

        world.pass(Duration.ofHours(25));
        assertThat(world.send(ready, "k")).isInstanceOf(Sending.NotTaken.class);

        assertThat(world.shown()).isEmpty();
        assertThat(world.publish(GalleryWorld.carousel("Encore", 1), "k")).isNotNull();
    }

    @Test
    void what_prepares_a_container_that_is_out_already_sends_it_and_is_told() {
        var piece = world.piece(GalleryWorld.carousel("Déjà", 1), "k");
        var ready = Desk.ready(world.prepared(piece));
        world.send(ready, "k");

        var again = world.step(piece.having("0p" + ready.trace()));

        assertThat(again).isInstanceOf(Preparation.Ready.class);
        assertThat(world.send((Preparation.Ready) again, "k")).isInstanceOf(Sending.Uncertain.class);
    }

    @Test
    void a_first_comment_that_was_refused_and_made_all_the_same_is_found_under_its_post() {
        var post = world.publish(GalleryWorld.carousel("Le post", 2), "k");
        var comment = Desk.ready(world.step(world.comment("Le lien", post)));
        world.server.faults().on("POST", COMMENTS).statusAfterEffect(400);

        assertThat(world.send(comment, "k.1")).isInstanceOf(Sending.Refused.class);

        assertThat(reconciled(comment, Set.of(post.nativeId()))).isInstanceOf(Reconciliation.Found.class);
    }

    @Test
    void a_first_comment_that_never_arrived_is_absent_when_all_is_quiet() {
        var post = world.publish(GalleryWorld.carousel("Le post", 1), "k");
        var comment = Desk.ready(world.step(world.comment("Le lien", post)));
        world.server.faults().on("POST", COMMENTS).cutBeforeEffect();
        assertThat(world.send(comment, "k.1")).isInstanceOf(Sending.Uncertain.class);
        world.pass(QUIET);

        assertThat(reconciled(comment, Set.of(post.nativeId()))).isInstanceOf(Reconciliation.Absent.class);

        assertThat(world.send(comment, "k.1")).isInstanceOf(Sending.Published.class);
        assertThat(world.shown()).hasSize(1);
    }

    @Test
    void a_post_is_deleted_and_one_that_is_gone_counts_as_deleted() {
        var post = world.publish(GalleryWorld.carousel("À retirer", 1), "k");

        assertThat(world.publishes.delete(world.cafe, post.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(world.publishes.delete(world.cafe, post.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(world.shown()).isEmpty();
    }

    @Test
    void a_dead_token_is_renewed_before_anything_else() {
        world.pass(Duration.ofDays(31));
        assertThat(world.step(world.piece(GalleryWorld.carousel("Trop tard", 1), "k")))
                .isEqualTo(new Preparation.Expired());
        assertThat(Optional.of(world.server.gallery().made())).contains(0);
    }

    private Reconciliation reconciled(Preparation.Ready ready, Set<String> others) {
        return world.publishes.reconcile(world.cafe, world.attempt(ready, "k"), others);
    }
}
