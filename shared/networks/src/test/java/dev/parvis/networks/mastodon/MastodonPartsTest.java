package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Kind;
import dev.parvis.domain.posts.Publication;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;
import dev.parvis.networks.videos.Filmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MastodonPartsTest {
    private static final String STATUSES = "/api/v1/statuses";
    private static final Content.Poll POLL = new Content.Poll(List.of("Oui", "Non"), Duration.ofDays(1), true);
    private static final Publishes.MediaReader FILM = Filmed.CLIP;

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
    void parts_answer_the_one_before_and_stay_out_of_the_public_timelines() {
        for (var kind : List.of(MastodonOptions.MASTODON, MastodonOptions.SNAC)) {
            restart(kind);
            var first = publish(piece("Un", 0, Optional.empty()));
            var second = publish(piece("Deux", 1, above(first, first, Kind.THREAD)));
            publish(piece("Le lien", 2, above(first, first, Kind.COMMENT)));

            assertThat(world.server.posts())
                    .extracting(
                            MastodonServer.Post::text, MastodonServer.Post::replyTo, MastodonServer.Post::visibility)
                    .containsExactlyInAnyOrder(
                            tuple("Un", "", "public"),
                            tuple("Deux", first.nativeId(), "unlisted"),
                            tuple("Le lien", first.nativeId(), "unlisted"));
            assertThat(second.nativeId()).isNotEqualTo(first.nativeId());
        }
    }

    @Test
    void a_part_is_no_more_public_than_what_it_answers() {
        var id = world.says(world.aliceThere, "Pour les nôtres", Optional.empty(), "private");
        var first = new Publication(id, "", world.due, false);

        publish(piece("Suite", 1, above(first, first, Kind.THREAD)));

        assertThat(world.server.posts())
                .extracting(MastodonServer.Post::visibility)
                .containsOnly("private");
    }

    @Test
    void a_part_that_was_cut_is_found_among_the_accounts_answers_to_itself() {
        for (var kind : List.of(MastodonOptions.MASTODON, MastodonOptions.SNAC)) {
            restart(kind);
            var first = publish(piece("Un", 0, Optional.empty()));
            var piece = piece("Deux", 1, above(first, first, Kind.THREAD));
            var ready = prepare(piece);
            world.server.faults().on("POST", STATUSES).statusAfterEffect(422);

            assertThat(send(piece, ready)).isInstanceOf(Sending.Refused.class);

            assertThat(reconcile(piece, ready, Set.of(first.nativeId())))
                    .isInstanceOfSatisfying(Reconciliation.Found.class, found -> assertThat(found.nativeId())
                            .isNotEqualTo(first.nativeId()));
        }
    }

    @Test
    void the_same_words_under_another_post_are_not_the_part() {
        var first = publish(piece("Un", 0, Optional.empty()));
        var other = publish(piece("Autre", 5, Optional.empty()));
        var piece = piece("À suivre 👇", 1, above(first, first, Kind.THREAD));
        var ready = prepare(piece);
        world.says(world.aliceThere, "À suivre 👇", Optional.of(other.nativeId()), "unlisted");
        world.pass(Duration.ofSeconds(120));

        assertThat(reconcile(piece, ready, Set.of(first.nativeId()))).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void the_same_words_under_no_post_may_be_the_part_whose_parent_is_gone_and_prove_nothing() {
        var first = publish(piece("Un", 0, Optional.empty()));
        var piece = piece("À suivre 👇", 1, above(first, first, Kind.THREAD));
        var ready = prepare(piece);
        world.says(world.aliceThere, "À suivre 👇");
        world.pass(Duration.ofSeconds(120));

        assertThat(reconcile(piece, ready, Set.of(first.nativeId()))).isInstanceOf(Reconciliation.Undecided.class);
    }

    @Test
    void a_part_under_a_post_that_is_gone_is_impossible_even_where_the_server_would_take_it() {
        for (var kind : List.of(MastodonOptions.MASTODON, MastodonOptions.SNAC)) {
            restart(kind);
            var first = publish(piece("Un", 0, Optional.empty()));
            world.publishes.delete(world.alice, first.nativeId());

            assertThat(world.publishes.prepare(
                            world.alice, piece("Deux", 1, above(first, first, Kind.THREAD)), MastodonWorld.PICTURES))
                    .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                            .isEqualTo("above_gone"));
        }
    }

    @Test
    void a_poll_goes_out_and_is_known_again_by_its_answers() {
        var piece = piece(polled(POLL), 0, Optional.empty());
        var ready = prepare(piece);
        var other = prepare(piece(
                polled(new Content.Poll(List.of("Oui", "Jamais"), Duration.ofDays(1), true)), 0, Optional.empty()));

        var sent = (Sending.Published) send(piece, ready);

        assertThat(Json.parse(ready.payload()).at("poll"))
                .isEqualTo(Json.obj("options", POLL.options(), "expires_in", 86_400, "multiple", true));
        assertThat(world.server.posts().getFirst().options()).containsExactly("Oui", "Non");
        assertThat(reconcile(piece, ready, Set.of())).isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
        assertThat(other.fingerprint()).isNotEqualTo(ready.fingerprint());
        assertThat(prepare(piece("Alors ?", 0, Optional.empty())).fingerprint()).isNotEqualTo(ready.fingerprint());
    }

    @Test
    void what_the_server_tells_of_polls_and_videos_is_what_is_taken() {
        var limits = world.publishes.limits(world.alice);

        assertThat(limits.polls()).hasValueSatisfying(polls -> {
            assertThat(polls.options()).isEqualTo(4);
            assertThat(polls.longest()).isEqualTo(Duration.ofSeconds(2_629_746));
        });
        assertThat(limits.videos().orElseThrow().types()).containsExactly("video/mp4");
        assertThat(Checks.of(
                        world.publishes,
                        polled(new Content.Poll(List.of("a", "b", "c", "d", "e"), Duration.ofMinutes(1), false)),
                        limits))
                .extracting("code")
                .containsExactly("too_many_options", "poll_time");
        restart(MastodonOptions.SNAC);
        assertThat(world.publishes.limits(world.alice).polls()).isEmpty();
        assertThat(world.publishes.limits(world.alice).parts()).isPositive();
    }

    @Test
    void a_video_that_is_processed_for_long_is_uploaded_once_and_waited_for_again() {
        restart(MastodonOptions.MASTODON.mediaPolls(12));
        var piece = piece(filmed(), 0, Optional.empty());

        var early = world.publishes.prepare(world.alice, piece, FILM);
        var later = Desk.ready(world.publishes.prepare(world.alice, piece, FILM));

        assertThat(early).isInstanceOf(Preparation.Later.class);
        assertThat(send(piece, later)).isInstanceOf(Sending.Published.class);
        assertThat(world.server.log().count("POST", "/api/v2/media")).isEqualTo(1);
        assertThat(reconcile(piece, later, Set.of())).isInstanceOf(Reconciliation.Found.class);
    }

    @Test
    void a_video_that_the_server_forgot_is_uploaded_again_and_one_it_cannot_read_is_said() {
        restart(MastodonOptions.MASTODON.mediaPolls(12));
        var piece = piece(filmed(), 0, Optional.empty());
        world.publishes.prepare(world.alice, piece, FILM);
        world.server.faults().on("GET", "/api/v1/media/{id}").status(404);

        world.publishes.prepare(world.alice, piece, FILM);
        assertThat(world.server.log().count("POST", "/api/v2/media")).isEqualTo(2);

        restart(MastodonOptions.MASTODON.mediaPolls(1).mediaFails(true));
        assertThat(world.publishes.prepare(world.alice, piece, FILM)).isInstanceOf(Preparation.Impossible.class);
    }

    @Test
    void while_a_server_cannot_be_asked_what_it_takes_nothing_is_called_impossible() {
        world.server.faults().on("GET", "/api/{v}/instance").status(503);

        assertThat(world.publishes.prepare(
                        world.alice, piece("é".repeat(501), 0, Optional.empty()), MastodonWorld.PICTURES))
                .isInstanceOf(Preparation.Later.class);
        world.pass(Duration.ofMinutes(2));
        assertThat(world.publishes.prepare(
                        world.alice, piece("é".repeat(501), 0, Optional.empty()), MastodonWorld.PICTURES))
                .isInstanceOf(Preparation.Impossible.class);
    }

    private static Content polled(Content.Poll poll) {
        return new Content(
                "Alors ?", Optional.empty(), List.of(), "fr", Optional.empty(), Optional.of(poll), List.of(), Map.of());
    }

    private static Content filmed() {
        return new Content(
                "Voyez",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.of(new Content.Video("v", "Le marché")),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    private Piece piece(String text, int number, Optional<Above> above) {
        return piece(MastodonWorld.text(text), number, above);
    }

    private Piece piece(Content content, int number, Optional<Above> above) {
        return new Piece(content, number == 0 ? "key" : "key." + number, world.due.plusMillis(number), above);
    }

    private static Optional<Above> above(Publication first, Publication parent, Kind kind) {
        return Optional.of(new Above.Own(first, parent, kind));
    }

    private Preparation.Ready prepare(Piece piece) {
        return Desk.ready(world.publishes.prepare(world.alice, piece, MastodonWorld.PICTURES));
    }

    private Sending send(Piece piece, Preparation.Ready ready) {
        return world.publishes.send(world.alice, ready.payload(), attempt(piece, ready));
    }

    private Reconciliation reconcile(Piece piece, Preparation.Ready ready, Set<String> others) {
        return world.publishes.reconcile(world.alice, attempt(piece, ready), others);
    }

    private Attempt attempt(Piece piece, Preparation.Ready ready) {
        return Desk.attempt(piece.key(), ready, piece.createdAt(), world.due);
    }

    private Publication publish(Piece piece) {
        var sent = (Sending.Published) send(piece, prepare(piece));
        return new Publication(sent.nativeId(), sent.url(), sent.firstByteAt(), false);
    }
}
