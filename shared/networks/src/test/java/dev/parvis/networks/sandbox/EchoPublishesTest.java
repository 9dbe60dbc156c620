package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;

import static org.assertj.core.api.Assertions.assertThat;

/** A second post of a text is refused with the name of the first: that is how a lost answer is found. */
class EchoPublishesTest {
    private static final String POSTS = "/echo/v1/posts";

    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final SteerableClock there = SteerableClock.standingAt(clock.instant());
    private final SandboxServer server = SandboxServer.start(FakeServer.Options.LOOPBACK, SandboxOptions.QUIET, there);
    private final Echo network = new Echo(Desk.outbound(server.uri()), clock, Quiet.DEFAULT);
    private final Publishes publishes = network.publishes().orElseThrow();
    private final Connection cafe = Desk.connection(
            Echo.ID,
            network.connects()
                    .orElseThrow()
                    .connect(Map.of("server", server.uri().toString(), "account", "cafe")));

    @AfterEach
    void close() {
        server.close();
        assertThat(server.log().failures()).isEmpty();
    }

    private Preparation.Ready ready(String text) {
        var content = new Content(text, Optional.empty(), List.of(), "fr");
        return Desk.ready(publishes.prepare(cafe, Desk.piece(content, "k", clock.instant()), SandboxWorld.NO_MEDIA));
    }

    private Sending send(String text) {
        var ready = ready(text);
        return publishes.send(cafe, ready.payload(), Desk.attempt("k", ready, clock.instant(), clock.instant()));
    }

    @Test
    void a_second_one_is_refused_with_the_name_and_the_time_of_the_first() {
        var first = (Sending.Published) send("Bonjour");
        there.advance(Duration.ofMinutes(3));

        assertThat(send("Bonjour")).isEqualTo(new Sending.Twin(first.nativeId(), first.url(), clock.instant()));
        assertThat(send("Bonsoir")).isInstanceOf(Sending.Published.class);
        assertThat(server.posts()).hasSize(2);
        assertThat(publishes.safety()).isEqualTo(Safety.REFUSAL_NAMES_TWIN);
    }

    @Test
    void what_is_in_doubt_is_sent_again_and_posts_once() {
        server.faults().on("POST", POSTS).cutAfterEffect();
        assertThat(send("Perdu")).isInstanceOf(Sending.Uncertain.class);
        var ready = ready("Perdu");

        assertThat(publishes.reconcile(cafe, Desk.attempt("k", ready, clock.instant(), clock.instant()), Set.of()))
                .isInstanceOf(Reconciliation.SendAgain.class);

        assertThat(send("Perdu")).isInstanceOf(Sending.Twin.class);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void a_first_one_that_cannot_be_looked_at_leaves_the_doubt_and_one_that_is_deleted_is_no_twin() {
        var first = (Sending.Published) send("Bonjour");
        server.faults().on("GET", "/echo/v1/posts/{id}").status(500);
        assertThat(send("Bonjour")).isInstanceOf(Sending.Uncertain.class);

        assertThat(publishes.delete(cafe, first.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(send("Bonjour")).isInstanceOf(Sending.Published.class);
    }

    @Test
    void a_text_is_what_it_takes() {
        var limits = publishes.limits(cafe);
        var shown = List.of(new Content.Image("m", ""));

        assertThat(publishes.check(new Content("", Optional.empty(), shown, ""), limits))
                .hasSize(2);
        assertThat(publishes.check(new Content("x".repeat(501), Optional.empty(), List.of(), ""), limits))
                .hasSize(1);
        assertThat(publishes.check(new Content("x".repeat(500), Optional.empty(), List.of(), ""), limits))
                .isEmpty();
    }
}
