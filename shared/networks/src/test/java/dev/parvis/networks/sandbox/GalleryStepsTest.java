package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Target;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Preparing on the gallery: container by container, gone on from wherever it was left. */
class GalleryStepsTest {
    private static final String CONTAINERS = "/gallery/v1/containers";

    private final GalleryWorld world = new GalleryWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_carousel_stands_there_in_its_order_with_what_its_images_show() {
        world.publish(GalleryWorld.carousel("Trois vues", 3), "k");

        assertThat(world.shown()).singleElement().satisfies(post -> {
            assertThat(post.at("text").textOr("")).isEqualTo("Trois vues");
            assertThat(post.at("media").items())
                    .extracting(one -> one.at("alt").textOr(""))
                    .containsExactly("Vue 0", "Vue 1", "Vue 2");
            assertThat(post.at("media").items())
                    .extracting(one -> one.at("type").textOr(""))
                    .containsOnly("image/jpeg");
        });
        assertThat(world.server.gallery().made()).isEqualTo(4);
    }

    @Test
    void one_image_is_one_container_and_a_video_stands_last() {
        world.publish(GalleryWorld.carousel("Une vue", 1), "one");
        assertThat(world.server.gallery().made()).isEqualTo(1);

        world.publish(GalleryWorld.film("Film", 0), "film");
        world.publish(GalleryWorld.film("Mêlé", 2), "both");

        assertThat(world.shown().getFirst().at("media").items())
                .extracting(one -> one.at("type").textOr(""))
                .containsExactly("image/jpeg", "image/jpeg", "video/mp4");
    }

    @Test
    void whatever_a_step_has_left_is_gone_on_from_and_is_short() {
        var piece = world.piece(GalleryWorld.carousel("Dix vues", 10), "k");
        var lefts = new ArrayList<String>();
        var said = world.step(piece);
        while (said instanceof Preparation.Step(var left, var _)) {
            lefts.add(left);
            said = world.step(piece.having(left));
        }

        assertThat(lefts).hasSize(11).allSatisfy(left -> assertThat(left).hasSizeLessThanOrEqualTo(Target.MOST_LEFT));
        assertThat(world.server.gallery().made()).isEqualTo(11);
        assertThat(world.prepared(piece.having(lefts.get(6)))).isInstanceOf(Preparation.Ready.class);
        assertThat(world.server.gallery().made()).isEqualTo(11 + 4);
        assertThat(world.prepared(piece.having(lefts.getLast()))).isEqualTo(said);
    }

    @Test
    void a_container_made_without_our_learning_it_is_an_orphan_that_nobody_sees() {
        var piece = world.piece(GalleryWorld.carousel("Deux vues", 2), "k");
        world.server.faults().on("POST", CONTAINERS).cutAfterEffect();

        assertThat(world.step(piece)).isInstanceOf(Preparation.Later.class);

        world.send(Desk.ready(world.prepared(piece)), "k");
        assertThat(world.server.gallery().made()).isEqualTo(1 + 3);
        assertThat(world.server.gallery().published()).isEqualTo(1);
        assertThat(world.shown()).hasSize(1);
    }

    @Test
    void a_container_is_asked_after_until_it_is_ready() {
        world.server.gallery().processing(Duration.ofSeconds(40));
        var before = world.clock.instant();

        var ready = world.ready(GalleryWorld.carousel("Lent", 2), "k");

        assertThat(Duration.between(before, world.clock.instant()))
                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Published.class);
    }

    @Test
    void what_has_expired_is_made_anew_whether_a_child_or_the_whole() {
        var piece = world.piece(GalleryWorld.carousel("Tenu deux jours", 2), "k");
        var child = (Preparation.Step) world.step(piece);
        world.pass(Duration.ofHours(25));
        assertThat(world.prepared(piece.having(child.left()))).isInstanceOf(Preparation.Ready.class);
        assertThat(world.server.gallery().made()).isEqualTo(2 + 3);

        var whole = GalleryLeft.read("0c").container(((Preparation.Ready) world.prepared(piece)).trace());
        world.pass(Duration.ofHours(25));
        var ready = (Preparation.Ready) world.prepared(piece.having(whole.written()));

        assertThat(ready.trace()).isNotEqualTo(whole.ids().getFirst());
        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Published.class);
    }

    @Test
    void what_the_network_could_not_process_is_made_anew_and_given_up_after_three_times() {
        world.server.gallery().breaks("download_failed");
        assertThat(world.prepared(world.piece(GalleryWorld.carousel("Une fois", 2), "a")))
                .isInstanceOf(Preparation.Ready.class);

        for (var i = 0; i < 10; i++) {
            world.server.gallery().breaks("download_failed");
        }
        assertThat(world.prepared(world.piece(GalleryWorld.carousel("Toujours", 1), "b")))
                .isEqualTo(new Preparation.Impossible(
                        "media.unprocessed", "the network cannot process the media: download_failed"));
    }

    @Test
    void what_it_says_it_never_will_process_is_impossible_at_once() {
        world.server.gallery().breaks("media_unsupported");

        assertThat(world.prepared(world.piece(GalleryWorld.carousel("Jamais", 1), "k")))
                .isInstanceOf(Preparation.Impossible.class);
        assertThat(world.server.gallery().made()).isEqualTo(1);
    }

    @Test
    void a_used_up_quota_puts_it_off_until_the_oldest_post_is_a_day_old() {
        world.server.gallery().quota(2);
        world.publish(GalleryWorld.carousel("Un", 1), "1");
        world.pass(Duration.ofHours(3));
        world.publish(GalleryWorld.carousel("Deux", 1), "2");
        var ready = world.clock.instant();

        var said = (Preparation.Later) world.prepared(world.piece(GalleryWorld.carousel("Trois", 1), "3"));

        Instant free = world.due.plus(Duration.ofDays(1));
        assertThat(said.reason()).isEqualTo("the account's 2 posts of a day are used up until " + free);
        assertThat(said.notBefore()).isEqualTo(Duration.between(ready, free));
        world.pass(said.notBefore());
        assertThat(world.publish(GalleryWorld.carousel("Trois", 1), "3")).isNotNull();
    }

    @Test
    void a_quota_that_others_have_used_up_since_is_no_refusal_for_good() {
        var ready = world.ready(GalleryWorld.carousel("Deux", 1), "2");
        world.server.gallery().quota(1);
        world.publish(GalleryWorld.carousel("Un", 1), "1");

        assertThat(world.send(ready, "2")).isInstanceOf(Sending.NotTaken.class);
        assertThat(world.shown()).hasSize(1);
    }

    @Test
    void the_limits_say_what_a_carousel_is_and_a_post_without_images_is_found_wrong_before_it_is_scheduled() {
        var limits = world.publishes.limits(world.cafe);
        assertThat(limits.terms().pictures().orElseThrow().most()).isEqualTo(10);

        assertThat(codes(GalleryWorld.carousel("Rien à voir", 0))).containsExactly("needs_image");
        assertThat(codes(GalleryWorld.carousel("Trop", 11))).containsExactly("too_many_images");
        assertThat(codes(GalleryWorld.film("Trop", 10))).containsExactly("too_many_images");
        assertThat(codes(GalleryWorld.film("Juste", 9))).isEmpty();
        assertThat(codes(GalleryWorld.carousel("x".repeat(2201), 1))).containsExactly("text_too_long");
        assertThat(codes(new Content(
                        "Avec commentaire",
                        Optional.empty(),
                        GalleryWorld.carousel("", 1).images(),
                        "fr",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Content.Part(
                                Content.Kind.COMMENT,
                                "Le lien",
                                Optional.empty(),
                                GalleryWorld.carousel("", 1).images())),
                        Map.of())))
                .containsExactly("comment_with_images");
    }

    private List<String> codes(Content content) {
        return Checks.of(world.publishes, content, world.publishes.limits(world.cafe)).stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void what_cannot_be_read_of_what_was_left_is_made_anew() {
        var piece = world.piece(GalleryWorld.carousel("Une vue", 1), "k");

        for (var left : new String[] {
            "x", "0p", "0p1,2", "0c1,2,3,4,5,6,7,8,9,10,11", Json.obj("a", 1).toString()
        }) {
            assertThat(world.prepared(piece.having(left))).as(left).isInstanceOf(Preparation.Ready.class);
        }
    }
}
