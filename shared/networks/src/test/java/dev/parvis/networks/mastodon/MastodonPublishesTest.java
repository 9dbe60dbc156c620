package dev.parvis.networks.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.images.Drawn;

import static org.assertj.core.api.Assertions.assertThat;

class MastodonPublishesTest {
    private static final String STATUSES = "/api/v1/statuses";
    private static final Content HELLO = new Content("Bonjour, la place !", Optional.empty(), List.of(), "fr-FR");
    private static final Publishes.MediaReader PICTURES =
            (id, most) -> Drawn.noise(60, 40).png();

    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final Instant due = clock.instant();
    private World world = new World(MastodonOptions.MASTODON, clock);

    private record World(MastodonServer server, Mastodon mastodon, Publishes publishes, Connection alice)
            implements AutoCloseable {
        World(MastodonOptions options, ManualClock clock) {
            this(
                    MastodonServer.start(
                            FakeServer.Options.LOOPBACK, options, SteerableClock.standingAt(clock.instant())),
                    clock);
        }

        private World(MastodonServer server, ManualClock clock) {
            this(
                    server,
                    mastodon(server.uri(), clock),
                    server.account("alice", "password").token());
        }

        private World(MastodonServer server, Mastodon mastodon, String token) {
            this(
                    server,
                    mastodon,
                    mastodon.publishes().orElseThrow(),
                    Desk.connection(
                            Mastodon.ID,
                            mastodon.connects()
                                    .orElseThrow()
                                    .connect(Map.of("server", server.uri() + "/@alice", "accessToken", token))));
        }

        static Mastodon mastodon(URI server, ManualClock clock) {
            return new Mastodon(Desk.outbound(server), clock, clock.sleeper(), Quiet.DEFAULT);
        }

        Preparation.Ready prepare(Content content) {
            return Desk.ready(publishes.prepare(alice, content, PICTURES, "key", Instant.EPOCH));
        }

        @Override
        public void close() {
            server.close();
            assertThat(server.log().failures()).isEmpty();
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_status_goes_out_with_its_key_and_its_language() {
        var sent = send(world.prepare(HELLO));

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

        var sent = send(world.prepare(content));

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

        var preparation = world.publishes.prepare(world.alice, content, PICTURES, "key", due);

        assertThat(preparation).isInstanceOf(Preparation.Later.class);
        assertThat(clock.instant()).isBefore(due.plusSeconds(61));
    }

    @Test
    void an_image_that_cannot_be_processed_is_refused_for_good() {
        restart(MastodonOptions.MASTODON.mediaFails(true));
        var content = new Content("Voyez", Optional.empty(), List.of(new Content.Image("a", "")), "");

        assertThat(world.publishes.prepare(world.alice, content, PICTURES, "key", due))
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

    enum Cut {
        BEFORE_READ,
        BEFORE_EFFECT,
        AFTER_EFFECT,
        MID_ANSWER,
        ERROR_AFTER_EFFECT;

        void in(MastodonServer server) {
            var fault = server.faults().on("POST", STATUSES);
            switch (this) {
                case BEFORE_READ -> fault.cutBeforeRead();
                case BEFORE_EFFECT -> fault.cutBeforeEffect();
                case AFTER_EFFECT -> fault.cutAfterEffect();
                case MID_ANSWER -> fault.cutMidAnswer();
                case ERROR_AFTER_EFFECT -> fault.statusAfterEffect(503);
            }
        }

        boolean wentOut() {
            return this == AFTER_EFFECT || this == MID_ANSWER || this == ERROR_AFTER_EFFECT;
        }
    }

    @ParameterizedTest
    @EnumSource
    void wherever_it_is_cut_there_is_one_post_in_the_end(Cut cut) {
        for (var kind : List.of(MastodonOptions.MASTODON, MastodonOptions.SNAC)) {
            restart(kind);
            var ready = world.prepare(HELLO);
            cut.in(world.server);

            assertThat(send(ready)).isInstanceOf(Sending.Uncertain.class);
            var first = reconcile(ready);
            clock.advance(Duration.ofSeconds(120));
            var second = reconcile(ready);
            if (second instanceof Reconciliation.Absent) {
                assertThat(send(ready)).isInstanceOf(Sending.Published.class);
            }

            assertThat(first).isInstanceOf(cut.wentOut() ? Reconciliation.Found.class : Reconciliation.Undecided.class);
            assertThat(second).isInstanceOf(cut.wentOut() ? Reconciliation.Found.class : Reconciliation.Absent.class);
            assertThat(world.server.posts()).as(kind.toString()).hasSize(1);
        }
    }

    @Test
    void a_twin_that_another_target_owns_is_never_ours() {
        var twin = (Sending.Published) send(world.prepare(HELLO));
        clock.advance(Duration.ofSeconds(1));
        var ready = world.prepare(HELLO);
        var attempt = Desk.attempt("other", ready, clock.instant(), clock.instant());
        clock.advance(Duration.ofSeconds(120));

        assertThat(world.publishes.reconcile(world.alice, attempt, Set.of(twin.nativeId())))
                .isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void a_twin_from_before_the_attempt_is_never_ours_even_when_nobody_owns_it() {
        send(world.prepare(HELLO));
        var ready = world.prepare(HELLO);
        var attempt = Desk.attempt("other", ready, clock.instant(), clock.instant());
        clock.advance(Duration.ofSeconds(120));

        assertThat(world.publishes.reconcile(world.alice, attempt, Set.of())).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void it_is_found_under_pages_of_later_posts() {
        var ready = world.prepare(HELLO);
        var sent = (Sending.Published) send(ready);
        for (var i = 0; i < 90; i++) {
            var later = world.prepare(new Content("Plus tard " + i, Optional.empty(), List.of(), ""));
            world.publishes.send(world.alice, later.payload(), Desk.attempt("later" + i, later, due, due));
        }

        assertThat(reconcile(ready)).isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
    }

    @Test
    void what_a_server_rewrote_is_found_by_its_words_and_what_only_resembles_it_is_no_proof() {
        var ready = world.prepare(new Content(
                "Une *grande* place, <ouverte> samedi à toutes et à tous", Optional.empty(), List.of(), ""));
        clock.advance(Duration.ofSeconds(120));
        var rewritten = world.prepare(
                new Content("Une grande place, samedi à toutes et à tous", Optional.empty(), List.of(), ""));
        var resembling =
                world.prepare(new Content("Une grande place pour samedi à toutes", Optional.empty(), List.of(), ""));

        world.publishes.send(world.alice, resembling.payload(), Desk.attempt("two", resembling, due, due));
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
        world.publishes.send(world.alice, rewritten.payload(), Desk.attempt("one", rewritten, due, due));
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Found.class);
    }

    @Test
    void a_page_that_cannot_be_read_proves_nothing() {
        var ready = world.prepare(HELLO);
        clock.advance(Duration.ofSeconds(120));

        for (var garbled = 0; garbled < 2; garbled++) {
            var fault = world.server.faults().on("GET", "/api/v1/accounts/{id}/statuses");
            if (garbled == 0) {
                fault.garbage();
            } else {
                fault.status(500);
            }
            assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
        }
    }

    @Test
    void the_server_bug_of_a_repeat_that_fails_is_settled_by_looking() {
        restart(MastodonOptions.MASTODON.idempotency(MastodonOptions.Idempotency.FAILS_ON_REPEAT));
        var ready = world.prepare(HELLO);
        send(ready);

        assertThat(send(ready)).isInstanceOf(Sending.Uncertain.class);
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Found.class);
        assertThat(world.server.posts()).hasSize(1);
    }

    @Test
    void a_429_without_retry_after_waits_for_the_reset() {
        var reset = Instant.now().plusSeconds(95).truncatedTo(ChronoUnit.MICROS);
        world.server.faults().on("POST", STATUSES).status(429, "X-RateLimit-Reset", reset.toString());

        assertThat(send(world.prepare(HELLO)))
                .isInstanceOfSatisfying(Sending.NotTaken.class, not -> assertThat(not.notBefore())
                        .isBetween(Duration.ofSeconds(85), Duration.ofSeconds(95)));
    }

    @Test
    void a_revoked_token_is_told_apart_from_a_refusal() {
        var ready = world.prepare(HELLO);
        world.server.revoke(world.alice.credential().need("accessToken"));

        assertThat(send(ready)).isEqualTo(new Sending.Expired());
        assertThat(world.server.posts()).isEmpty();
    }

    @Test
    void a_refusal_says_why_in_the_servers_words() {
        world.server.faults().on("POST", STATUSES).status(422);

        assertThat(send(world.prepare(HELLO)))
                .isInstanceOfSatisfying(Sending.Refused.class, refused -> assertThat(refused.reason())
                        .contains("HTTP 422"));
    }

    @Test
    void deleting_twice_is_deleting_once() {
        for (var kind : List.of(MastodonOptions.MASTODON, MastodonOptions.SNAC)) {
            restart(kind);
            var sent = (Sending.Published) send(world.prepare(HELLO));

            assertThat(world.publishes.delete(world.alice, sent.nativeId())).isEqualTo(new Removal.Removed());
            assertThat(world.publishes.delete(world.alice, sent.nativeId())).isEqualTo(new Removal.Removed());
            assertThat(world.server.posts()).isEmpty();
        }
    }

    private void restart(MastodonOptions options) {
        world.close();
        clock.set(due);
        world = new World(options, clock);
    }

    private Sending send(Preparation.Ready ready) {
        return world.publishes.send(world.alice, ready.payload(), Desk.attempt("key", ready, due, due));
    }

    private Reconciliation reconcile(Preparation.Ready ready) {
        return world.publishes.reconcile(world.alice, Desk.attempt("key", ready, due, due), Set.of());
    }
}
