package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Publication;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.images.Drawn;
import dev.parvis.networks.videos.Filmed;

import static org.assertj.core.api.Assertions.assertThat;

/** The gallery with one account of ours, and one clock for it and us. */
final class GalleryWorld implements AutoCloseable {
    private static final int MORE_STEPS_THAN_THERE_ARE = 60;

    final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final SteerableClock there = SteerableClock.standingAt(clock.instant());
    final SandboxServer server = SandboxServer.start(
            FakeServer.Options.LOOPBACK, SandboxOptions.QUIET.accessLife(Duration.ofDays(30)), there);
    final Gallery network = new Gallery(Desk.outbound(server.uri()), clock, Quiet.DEFAULT);
    final Publishes publishes = network.publishes().orElseThrow();
    final Instant due = clock.instant();
    final Connection cafe = Desk.connection(
            Gallery.ID,
            network.connects()
                    .orElseThrow()
                    .connect(Map.of("server", server.uri().toString(), "account", "cafe", "name", "Le Café")));

    void pass(Duration time) {
        clock.advance(time);
        there.advance(time);
    }

    /** Each image of another size. */
    static byte[] media(String id) {
        return Drawn.redThenBlue(100 + id.codePointAt(id.length() - 1), 120).png();
    }

    static Content carousel(String text, int images) {
        var shown = IntStream.range(0, images)
                .mapToObj(i -> new Content.Image("image-" + i, "Vue " + i))
                .toList();
        return new Content(text, Optional.empty(), shown, "fr");
    }

    static Content film(String text, int images) {
        return new Content(
                text,
                Optional.empty(),
                carousel(text, images).images(),
                "fr",
                Optional.of(new Content.Video("film", "Un film")),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    Piece piece(Content content, String key) {
        return Desk.piece(content, key, due);
    }

    Preparation step(Piece piece) {
        return publishes.prepare(cafe, piece, new Publishes.MediaReader() {
            @Override
            public byte[] read(String id, long most) {
                return media(id);
            }

            @Override
            public Publishes.Film film(String id) {
                return Filmed.CLIP.film(id);
            }
        });
    }

    /** As the engine does it: step by step, waiting as long as it is asked to. */
    Preparation prepared(Piece piece) {
        var left = piece.left();
        for (var step = 0; step < MORE_STEPS_THAN_THERE_ARE; step++) {
            var said = step(piece.having(left));
            if (!(said instanceof Preparation.Step(var now, var pause))) {
                return said;
            }
            left = now;
            pass(pause);
        }
        throw new AssertionError("it never ends: " + left);
    }

    Preparation.Ready ready(Content content, String key) {
        return Desk.ready(prepared(piece(content, key)));
    }

    Sending send(Preparation.Ready ready, String key) {
        return publishes.send(cafe, ready.payload(), attempt(ready, key));
    }

    Sending.Published publish(Content content, String key) {
        return (Sending.Published) send(ready(content, key), key);
    }

    Attempt attempt(Preparation.Ready ready, String key) {
        return Desk.attempt(key, ready, due, due);
    }

    Piece comment(String text, Sending.Published under) {
        var above = new Publication(under.nativeId(), under.url(), due, false);
        return new Piece(
                new Content(text, Optional.empty(), List.of(), "fr"),
                "k.1",
                due,
                Optional.of(new Publishes.Above.Own(above, above, Content.Kind.COMMENT)));
    }

    /** The account's posts as the network shows them, newest first. */
    List<Json> shown() {
        var answer = Desk.outbound(server.uri())
                .send(Call.of("GET", server.uri().resolve("/gallery/v1/posts"))
                        .bearer(new Secret(cafe.credential().need("accessToken"))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("posts").items();
    }

    @Override
    public void close() {
        server.close();
        assertThat(server.log().failures()).isEmpty();
    }
}
