package dev.parvis.networks.mastodon;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.videos.Filmed;
import dev.parvis.networks.videos.Swallowing;

import static org.assertj.core.api.Assertions.assertThat;

class MastodonFilmsTest {
    private static final String UPLOAD = "/api/v2/media";
    private static final int LARGE = 100_000_000;

    private final MastodonWorld world = new MastodonWorld(MastodonOptions.MASTODON);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void four_films_of_100_MB_at_once_pass_through_and_none_is_held() throws Exception {
        try (var server = new Swallowing(Map.of(
                        "api/v2/instance",
                        "{\"configuration\":{\"media_attachments\":{\"video_size_limit\":103809024}}}",
                        "api/v2/media",
                        "{\"id\":\"1\"}",
                        "statuses",
                        "[]"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var mastodon = new Mastodon(Desk.outbound(server.uri()), world.clock, world.clock.sleeper(), Quiet.DEFAULT);
            var at = movedTo(server.uri());
            var network = mastodon.publishes().orElseThrow();
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
    void a_film_over_what_the_server_tells_is_refused_before_a_byte_is_sent() {
        assertThat(world.publishes.prepare(world.alice, piece("key"), Filmed.CLIP.filming(103_809_024)))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                        .isEqualTo("video_too_large"));
        assertThat(world.server.log().count("POST", UPLOAD)).isZero();
    }

    @Test
    void an_upload_that_is_cut_is_begun_again_from_the_first_byte_and_one_status_is_made() {
        var film = Filmed.CLIP.filming(2_000_000);
        world.server.faults().on("POST", UPLOAD).next(1).cutAfterEffect();

        var cut = world.publishes.prepare(world.alice, piece("key"), film);
        var ready = Desk.ready(world.publishes.prepare(world.alice, piece("key"), film));

        assertThat(cut).isInstanceOf(Preparation.Later.class);
        assertThat(world.send(ready)).isInstanceOf(Sending.Published.class);
        assertThat(world.server.log().count("POST", UPLOAD)).isEqualTo(2);
        assertThat(world.server.posts()).hasSize(1);
    }

    @Test
    void what_was_uploaded_and_not_attached_is_not_uploaded_again() {
        Desk.ready(world.publishes.prepare(world.alice, piece("key"), Filmed.CLIP));
        var ready = Desk.ready(world.publishes.prepare(world.alice, piece("key"), Filmed.CLIP));
        assertThat(world.send(ready)).isInstanceOf(Sending.Published.class);
        assertThat(world.server.log().count("POST", UPLOAD)).isEqualTo(1);

        Desk.ready(world.publishes.prepare(world.alice, piece("key"), Filmed.CLIP));
        assertThat(world.server.log().count("POST", UPLOAD)).isEqualTo(2);
    }

    private Connection movedTo(URI server) {
        var channel = world.alice.channel();
        return new Connection(
                new Channel(
                        channel.workspace(),
                        channel.id(),
                        channel.brand(),
                        channel.network(),
                        server,
                        channel.account(),
                        channel.handle(),
                        ChannelState.CONNECTED,
                        "",
                        channel.connectedAt(),
                        1),
                world.alice.credential());
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
        return Desk.piece(film, key, world.due);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }
}
