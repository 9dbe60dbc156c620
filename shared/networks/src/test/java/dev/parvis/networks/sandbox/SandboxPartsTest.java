package dev.parvis.networks.sandbox;

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
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Kind;
import dev.parvis.domain.posts.Publication;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;
import dev.parvis.networks.videos.Filmed;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxPartsTest {
    private static final String POSTS = "/sandbox/v1/posts";
    private static final Content.Poll POLL = new Content.Poll(List.of("Oui", "Non"), Duration.ofDays(1), false);

    private final SandboxWorld world = new SandboxWorld();
    private final SandboxServer server = world.server;
    private final Publishes publishes = world.publishes;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void parts_answer_the_one_before_and_a_comment_the_first() {
        var first = publish(piece("Un", "k", Optional.empty()), "k");
        var second = publish(piece("Deux", "k.1", above(first, first, Kind.THREAD)), "k.1");
        var third = publish(piece("Trois", "k.2", above(first, second, Kind.THREAD)), "k.2");
        publish(piece("À suivre en commentaire", "k.3", above(first, first, Kind.COMMENT)), "k.3");

        assertThat(server.posts().reversed())
                .extracting(SandboxServer.Published::replyTo)
                .containsExactly("", first.nativeId(), second.nativeId(), first.nativeId());
        assertThat(third.nativeId()).isNotEqualTo(second.nativeId());
    }

    @Test
    void a_comment_that_was_refused_is_found_under_its_key_when_it_was_made_all_the_same() {
        var first = publish(piece("Un", "k", Optional.empty()), "k");
        var comment = prepare(piece("Lien en commentaire", "k.1", above(first, first, Kind.COMMENT)));
        server.faults()
                .on("POST", POSTS)
                .where(request -> request.text().contains("\"reply_to\":\"p_"))
                .statusAfterEffect(400);

        assertThat(world.send(comment, "k.1")).isInstanceOf(Sending.Refused.class);

        assertThat(publishes.reconcile(world.cafe, world.attempt(comment, "k.1"), Set.of(first.nativeId())))
                .isInstanceOf(Reconciliation.Found.class);
        assertThat(server.posts()).hasSize(2);
    }

    @Test
    void a_part_under_a_post_that_is_gone_is_refused() {
        var first = publish(piece("Un", "k", Optional.empty()), "k");
        var second = prepare(piece("Deux", "k.1", above(first, first, Kind.THREAD)));
        publishes.delete(world.cafe, first.nativeId());

        assertThat(world.send(second, "k.1"))
                .isInstanceOfSatisfying(Sending.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("reply_unknown"));
    }

    @Test
    void a_poll_goes_out_with_its_answers() {
        var ready = prepare(piece(polled(POLL), "k", Optional.empty()));

        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Published.class);

        assertThat(Json.parse(ready.payload()).at("poll"))
                .isEqualTo(Json.obj("options", POLL.options(), "open_seconds", 86_400, "multiple", false));
    }

    @Test
    void a_video_goes_out_and_one_of_another_kind_is_said_to_be() {
        var content = new Content(
                "",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.of(new Content.Video("v", "Le marché")),
                Optional.empty(),
                List.of(),
                Map.of());
        var piece = piece(content, "k", Optional.empty());

        var ready = Desk.ready(publishes.prepare(world.cafe, piece, Filmed.CLIP));

        assertThat(world.send(ready, "k")).isInstanceOf(Sending.Published.class);
        assertThat(publishes.prepare(world.cafe, piece, Filmed.CLIP.of("video/quicktime")))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                        .isEqualTo("video_type"));
    }

    @Test
    void what_the_server_tells_is_what_is_taken_before_anything_is_sent() {
        var limits = publishes.limits(world.cafe);

        assertThat(limits.parts()).isEqualTo(24);
        assertThat(limits.comment()).isTrue();
        assertThat(codes(polled(new Content.Poll(List.of("a", "b", "c", "d", "e"), Duration.ofDays(1), false))))
                .containsExactly("too_many_options");
        assertThat(codes(polled(new Content.Poll(List.of("a", "b".repeat(51)), Duration.ofSeconds(1), false))))
                .containsExactly("option_too_long", "poll_time");
        assertThat(publishes.prepare(
                        world.cafe,
                        piece(
                                polled(new Content.Poll(List.of("a", "b"), Duration.ofDays(31), true)),
                                "k",
                                Optional.empty()),
                        SandboxWorld.NO_MEDIA))
                .isInstanceOf(Preparation.Impossible.class);
    }

    @Test
    void what_a_server_does_not_tell_of_it_has_not() {
        var old = SandboxText.limits(Json.obj("text", Json.obj("max", 300, "unit", "graphemes")));

        assertThat(old.textLength()).isEqualTo(300);
        assertThat(old.parts()).isZero();
        assertThat(old.comment()).isFalse();
        assertThat(old.polls()).isEmpty();
        assertThat(old.videos()).isEmpty();
    }

    private List<String> codes(Content content) {
        return Checks.of(publishes, content, publishes.limits(world.cafe)).stream()
                .map(Publishes.Violation::code)
                .toList();
    }

    private static Content polled(Content.Poll poll) {
        return new Content(
                "Alors ?", Optional.empty(), List.of(), "fr", Optional.empty(), Optional.of(poll), List.of(), Map.of());
    }

    private Piece piece(String text, String key, Optional<Above> above) {
        return piece(SandboxWorld.content(text), key, above);
    }

    private Piece piece(Content content, String key, Optional<Above> above) {
        return new Piece(content, key, world.due, above);
    }

    private static Optional<Above> above(Publication first, Publication parent, Kind kind) {
        return Optional.of(new Above.Own(first, parent, kind));
    }

    private Preparation.Ready prepare(Piece piece) {
        return Desk.ready(publishes.prepare(world.cafe, piece, SandboxWorld.NO_MEDIA));
    }

    private Publication publish(Piece piece, String key) {
        var sent = (Sending.Published) world.send(prepare(piece), key);
        return new Publication(sent.nativeId(), sent.url(), sent.firstByteAt(), false);
    }
}
