package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class MastodonReconcilesTest {
    private static final String STATUSES = "/api/v1/statuses";
    private static final Content HELLO = MastodonWorld.text("Bonjour, la place !");

    private MastodonWorld world = new MastodonWorld(MastodonOptions.MASTODON);

    @AfterEach
    void close() {
        world.close();
    }

    private void restart(MastodonOptions options) {
        world.close();
        world = new MastodonWorld(options);
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

            assertThat(world.send(ready)).isInstanceOf(Sending.Uncertain.class);
            var first = world.reconcile(ready);
            world.pass(Duration.ofSeconds(120));
            var second = world.reconcile(ready);
            if (second instanceof Reconciliation.Absent) {
                assertThat(world.send(ready)).isInstanceOf(Sending.Published.class);
            }

            assertThat(first).isInstanceOf(cut.wentOut() ? Reconciliation.Found.class : Reconciliation.Undecided.class);
            assertThat(second).isInstanceOf(cut.wentOut() ? Reconciliation.Found.class : Reconciliation.Absent.class);
            assertThat(world.server.posts()).as(kind.toString()).hasSize(1);
        }
    }

    @Test
    void a_twin_that_another_target_owns_is_never_ours() {
        var twin = (Sending.Published) world.send(world.prepare(HELLO));
        world.pass(Duration.ofSeconds(1));
        var ready = world.prepare(HELLO);
        var attempt = Desk.attempt("other", ready, world.clock.instant(), world.clock.instant());
        world.pass(Duration.ofSeconds(120));

        assertThat(world.publishes.reconcile(world.alice, attempt, Set.of(twin.nativeId())))
                .isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void a_twin_from_before_the_attempt_is_never_ours_even_when_nobody_owns_it() {
        world.send(world.prepare(HELLO));
        var ready = world.prepare(HELLO);
        var attempt = Desk.attempt("other", ready, world.clock.instant(), world.clock.instant());
        world.pass(Duration.ofSeconds(120));

        assertThat(world.publishes.reconcile(world.alice, attempt, Set.of())).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void it_is_found_under_pages_of_later_posts() {
        var ready = world.prepare(HELLO);
        var sent = (Sending.Published) world.send(ready);
        for (var i = 0; i < 90; i++) {
            var later = world.prepare(new Content("Plus tard " + i, Optional.empty(), List.of(), ""));
            world.publishes.send(world.alice, later.payload(), Desk.attempt("later" + i, later, world.due, world.due));
        }

        assertThat(world.reconcile(ready)).isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
    }

    @Test
    void what_resembles_it_is_proof_of_nothing_however_much_a_server_may_have_rewritten() {
        var ready = world.prepare(new Content(
                "Une *grande* place, <ouverte> samedi à toutes et à tous", Optional.empty(), List.of(), ""));
        world.pass(Duration.ofSeconds(120));
        var rewritten = world.prepare(
                new Content("Une grande place, samedi à toutes et à tous", Optional.empty(), List.of(), ""));
        var resembling =
                world.prepare(new Content("Une grande place pour samedi à toutes", Optional.empty(), List.of(), ""));

        world.publishes.send(world.alice, resembling.payload(), Desk.attempt("two", resembling, world.due, world.due));
        assertThat(world.reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
        world.publishes.send(world.alice, rewritten.payload(), Desk.attempt("one", rewritten, world.due, world.due));
        assertThat(world.reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
    }

    @Test
    void a_sibling_that_differs_in_a_word_is_not_taken_for_it() {
        var monday = world.prepare(new Content("Ouvert lundi de 9 h à 18 h", Optional.empty(), List.of(), ""));
        var tuesday = world.prepare(new Content("Ouvert mardi de 9 h à 18 h", Optional.empty(), List.of(), ""));
        world.publishes.send(world.alice, tuesday.payload(), Desk.attempt("two", tuesday, world.due, world.due));
        world.pass(Duration.ofSeconds(120));

        assertThat(world.reconcile(monday)).isInstanceOf(Reconciliation.Undecided.class);
    }

    @Test
    void a_page_that_cannot_be_read_proves_nothing() {
        var ready = world.prepare(HELLO);
        world.pass(Duration.ofSeconds(120));

        for (var garbled = 0; garbled < 2; garbled++) {
            var fault = world.server.faults().on("GET", "/api/v1/accounts/{id}/statuses");
            if (garbled == 0) {
                fault.garbage();
            } else {
                fault.status(500);
            }
            assertThat(world.reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
        }
    }

    @Test
    void the_server_bug_of_a_repeat_that_fails_is_settled_by_looking() {
        restart(MastodonOptions.MASTODON.idempotency(MastodonOptions.Idempotency.FAILS_ON_REPEAT));
        var ready = world.prepare(HELLO);
        world.send(ready);

        assertThat(world.send(ready)).isInstanceOf(Sending.Uncertain.class);
        assertThat(world.reconcile(ready)).isInstanceOf(Reconciliation.Found.class);
        assertThat(world.server.posts()).hasSize(1);
    }
}
