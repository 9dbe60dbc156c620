package dev.parvis.networks.bluesky;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.Response;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.videos.Filmed;
import dev.parvis.networks.videos.Swallowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BlueskyFilmsTest {
    private static final String UPLOAD = "/xrpc/com.atproto.repo.uploadBlob";
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";
    private static final int LARGE = 100_000_000;

    private final BlueskyWorld world = new BlueskyWorld();
    private final Publishes publishes = world.bluesky.publishes().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void four_films_of_100_MB_at_once_pass_through_and_none_is_held() throws Exception {
        try (var server = new Swallowing(
                        Map.of(
                                "uploadBlob",
                                "{\"blob\":{\"$type\":\"blob\",\"ref\":{\"$link\":\"b\"},\"mimeType\":\"video/mp4\",\"size\":1}}"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bluesky = new Bluesky(Desk.outbound(server.uri()), world.clock, Quiet.DEFAULT);
            var at = movedTo(server);
            var network = bluesky.publishes().orElseThrow();
            network.prepare(at, piece("warm"), Filmed.CLIP);
            var before = allocated();

            var uploads = new ArrayList<java.util.concurrent.Future<Preparation>>();
            for (var number = 0; number < 4; number++) {
                var key = "key" + number;
                uploads.add(threads.submit(() -> network.prepare(at, piece(key), Filmed.CLIP.filming(LARGE))));
            }
            for (var upload : uploads) {
                assertThat(upload.get()).isInstanceOf(Preparation.Ready.class);
            }

            assertThat(server.swallowed()).isGreaterThan(4L * LARGE);
            assertThat(allocated() - before).as("bytes of heap, ever").isLessThan(LARGE / 2);
        }
    }

    @Test
    void what_the_accounts_server_stores_is_what_is_taken_and_said_before_a_byte_is_sent() {
        assertThat(publishes.limits(world.alice).videos().orElseThrow().bytes()).isEqualTo(5_242_880);

        assertThat(publishes.prepare(world.alice, piece("key"), Filmed.CLIP.filming(6_000_000)))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> {
                    assertThat(no.code()).isEqualTo("video_too_large");
                    assertThat(no.reason()).isEqualTo("the video has 7 MB; taken are 5 MB");
                });
        assertThat(world.server.log().count("POST", UPLOAD)).isZero();
    }

    @Test
    void a_server_that_does_not_say_what_it_stores_is_believed_when_it_refuses() {
        world.server
                .faults()
                .on("GET", "/xrpc/com.atproto.server.describeServer")
                .status(500);

        assertThat(publishes.prepare(world.alice, piece("key"), Filmed.CLIP.filming(6_000_000)))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                        .isEqualTo("PayloadTooLarge"));
    }

    @Test
    void an_upload_that_is_cut_is_begun_again_from_the_first_byte_and_one_post_is_made() {
        var film = Filmed.CLIP.filming(2_000_000);
        world.server.faults().on("POST", UPLOAD).next(1).cutBeforeEffect();

        var cut = publishes.prepare(world.alice, piece("key"), film);
        var ready = Desk.ready(publishes.prepare(world.alice, piece("key"), film));

        assertThat(cut).isInstanceOf(Preparation.Later.class);
        assertThat(send(ready)).isInstanceOf(Sending.Published.class);
        assertThat(world.server.log().count("POST", UPLOAD)).isEqualTo(2);
    }

    @Test
    void what_was_uploaded_is_not_uploaded_again_unless_the_server_has_lost_it() {
        Desk.ready(publishes.prepare(world.alice, piece("key"), Filmed.CLIP));
        var ready = Desk.ready(publishes.prepare(world.alice, piece("key"), Filmed.CLIP));
        assertThat(world.server.log().count("POST", UPLOAD)).isEqualTo(1);

        world.server
                .faults()
                .on("POST", PUT)
                .next(1)
                .with(new Fault.Answer(Response.json(400, Map.of("error", "BlobNotFound"))));
        assertThat(send(ready)).isInstanceOf(Sending.NotTaken.class);
        var again = Desk.ready(publishes.prepare(world.alice, piece("key"), Filmed.CLIP));
        assertThat(world.server.log().count("POST", UPLOAD)).isEqualTo(2);
        assertThat(send(again)).isInstanceOf(Sending.Published.class);
    }

    @Test
    void what_is_no_longer_the_film_stops_the_upload_with_the_readers_own_word() {
        var film = Filmed.CLIP.opened(() -> {
            throw new IllegalStateException("these are other bytes");
        });

        assertThatThrownBy(() -> publishes.prepare(world.alice, piece("key"), reader(film)))
                .hasMessage("these are other bytes");
    }

    private static Publishes.MediaReader reader(Publishes.Film film) {
        return new Publishes.MediaReader() {
            @Override
            public byte[] read(String mediaId, long most) {
                throw new AssertionError("a film is never read whole");
            }

            @Override
            public Publishes.Film film(String mediaId) {
                return film;
            }
        };
    }

    private Sending send(Preparation.Ready ready) {
        return publishes.send(
                world.alice, ready.payload(), Desk.attempt("key", ready, world.clock.instant(), world.clock.instant()));
    }

    private Connection movedTo(Swallowing server) {
        var parts = new HashMap<>(Session.of(world.alice).credential().parts());
        parts.put("pds", server.uri().toString());
        return new Connection(world.alice.channel(), new Credential(parts));
    }

    private Piece piece(String key) {
        var film = new Content(
                "Voyez",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.of(new Content.Video("v", "")),
                Optional.empty(),
                List.of(),
                Map.of());
        return Desk.piece(film, key, world.clock.instant().plus(Duration.ofSeconds(1)));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }
}
