package dev.parvis.networks.bluesky;

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
import dev.parvis.fakes.bluesky.BlueskyServer;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;
import dev.parvis.networks.videos.Filmed;

import static org.assertj.core.api.Assertions.assertThat;

class BlueskyPartsTest {
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";
    private static final Publishes.MediaReader NO_MEDIA = (id, most) -> {
        throw new AssertionError("no media is read");
    };

    private final BlueskyWorld world = new BlueskyWorld();
    private final Publishes publishes = world.bluesky.publishes().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void each_part_answers_the_one_before_under_the_same_root() {
        var first = publish(piece("Un", 0, Optional.empty()));
        var second = publish(piece("Deux", 1, above(first, first, Kind.THREAD)));
        publish(piece("Trois", 2, above(first, second, Kind.THREAD)));
        publish(piece("Le lien", 3, above(first, first, Kind.COMMENT)));

        assertThat(record("Un").at("reply").isMissing()).isTrue();
        assertThat(record("Trois").at("reply")).isEqualTo(Json.obj("root", strong("Un"), "parent", strong("Deux")));
        assertThat(record("Le lien").at("reply")).isEqualTo(Json.obj("root", strong("Un"), "parent", strong("Un")));
        assertThat(List.of("Un", "Deux", "Trois", "Le lien"))
                .extracting(text -> record(text).at("createdAt").instant().orElseThrow())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_part_is_found_again_and_sent_again_it_is_the_same() {
        var first = publish(piece("Un", 0, Optional.empty()));
        var piece = piece("Deux", 1, above(first, first, Kind.THREAD));
        var ready = prepare(piece);
        world.server.faults().on("POST", PUT).cutAfterEffect();

        assertThat(send(piece, ready)).isInstanceOf(Sending.Uncertain.class);

        assertThat(publishes.reconcile(world.alice, attempt(piece, ready), Set.of(first.nativeId())))
                .isEqualTo(new Reconciliation.Found(post("Deux").uri(), web("Deux")));
        assertThat(prepare(piece)).isEqualTo(ready);
        assertThat(send(piece, ready)).isInstanceOf(Sending.Published.class);
        assertThat(world.server.posts()).hasSize(2);
    }

    @Test
    void a_part_under_a_post_that_is_gone_is_impossible() {
        var first = publish(piece("Un", 0, Optional.empty()));
        publishes.delete(world.alice, first.nativeId());

        assertThat(publishes.prepare(world.alice, piece("Deux", 1, above(first, first, Kind.THREAD)), NO_MEDIA))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                        .isEqualTo("above_gone"));
    }

    @Test
    void while_the_part_above_cannot_be_read_the_next_waits() {
        var first = publish(piece("Un", 0, Optional.empty()));
        world.server.faults().on("GET", "/xrpc/com.atproto.repo.getRecord").status(502);

        assertThat(publishes.prepare(world.alice, piece("Deux", 1, above(first, first, Kind.THREAD)), NO_MEDIA))
                .isInstanceOf(Preparation.Later.class);
    }

    @Test
    void a_video_goes_out_with_what_it_shows_and_its_link_in_the_text() {
        var content = new Content(
                "Voyez",
                Optional.of(new Content.Link("https://parvis.example/film", "", "")),
                List.of(),
                "fr",
                Optional.of(new Content.Video("v", "Le marché du samedi")),
                Optional.empty(),
                List.of(),
                Map.of());

        var ready = Desk.ready(publishes.prepare(world.alice, piece(content, 0, Optional.empty()), Filmed.CLIP));
        assertThat(send(piece(content, 0, Optional.empty()), ready)).isInstanceOf(Sending.Published.class);

        var record = record("Voyez\n\nhttps://parvis.example/film");
        assertThat(record.at("embed", "$type").textOr("")).isEqualTo("app.bsky.embed.video");
        assertThat(record.at("embed", "alt").textOr("")).isEqualTo("Le marché du samedi");
        assertThat(record.at("embed", "aspectRatio")).isEqualTo(Json.obj("width", 640, "height", 360));
        assertThat(record.at("embed", "video", "mimeType").textOr("")).isEqualTo("video/mp4");
    }

    @Test
    void a_film_that_is_too_endlessa_poll_and_a_description_without_end_are_refused_before() {
        var endless = new Content(
                "x",
                Optional.empty(),
                List.of(),
                "",
                Optional.of(new Content.Video("v", "d".repeat(1001))),
                Optional.of(new Content.Poll(List.of("a", "b"), Duration.ofDays(1), false)),
                List.of(),
                Map.of());
        var film = new Content(
                "x",
                Optional.empty(),
                List.of(),
                "",
                Optional.of(new Content.Video("v", "")),
                Optional.empty(),
                List.of(),
                Map.of());

        assertThat(Checks.of(publishes, endless, publishes.limits(world.alice)))
                .extracting("code")
                .containsExactly("alt_too_long", "no_polls");
        assertThat(publishes.prepare(
                        world.alice, piece(film, 0, Optional.empty()), Filmed.CLIP.lasting(Duration.ofMinutes(4))))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                        .isEqualTo("video_too_long"));
    }

    private Piece piece(String text, int number, Optional<Above> above) {
        return piece(new Content(text, Optional.empty(), List.of(), "fr"), number, above);
    }

    private Piece piece(Content content, int number, Optional<Above> above) {
        var key = number == 0 ? "key" : "key." + number;
        return new Piece(content, key, world.clock.instant().plusMillis(number), above);
    }

    private static Optional<Above> above(Publication first, Publication parent, Kind kind) {
        return Optional.of(new Above.Own(first, parent, kind));
    }

    private Preparation.Ready prepare(Piece piece) {
        return Desk.ready(publishes.prepare(world.alice, piece, NO_MEDIA));
    }

    private Sending send(Piece piece, Preparation.Ready ready) {
        return publishes.send(world.alice, ready.payload(), attempt(piece, ready));
    }

    private static dev.parvis.domain.posts.Attempt attempt(Piece piece, Preparation.Ready ready) {
        return Desk.attempt(piece.key(), ready, piece.createdAt(), piece.createdAt());
    }

    private Publication publish(Piece piece) {
        var sent = (Sending.Published) send(piece, prepare(piece));
        return new Publication(sent.nativeId(), sent.url(), sent.firstByteAt(), false);
    }

    private BlueskyServer.Post post(String text) {
        return world.server.posts().stream()
                .filter(post -> Json.of(post.record()).at("text").textOr("").equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Json record(String text) {
        return Json.of(post(text).record());
    }

    private Json strong(String text) {
        return Json.obj("uri", post(text).uri(), "cid", post(text).cid());
    }

    private String web(String text) {
        return AtUri.parse(post(text).uri()).orElseThrow().web();
    }
}
