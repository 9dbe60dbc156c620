package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.posts.Stops.Lifted;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of stops holds. */
public abstract class HoldsContract extends StoreContract {
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final int TOGETHER = 4;

    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Holds holds() {
        return stores.holds();
    }

    private static Hold hold(Hold.Scope scope, String id, String reason) {
        return new Hold(scope, id, reason, "lea", NOON);
    }

    @Test
    void a_workspace_without_stops_has_none() {
        assertThat(holds().stops(workspace)).isEqualTo(Stops.NONE);

        var never = hold(Hold.Scope.WORKSPACE, "", "jamais");

        assertThat(holds().release(workspace, never, LATER, "tom")).isFalse();
        missing(holds().admit(workspace, never, seal(1)));
        assertThat(holds().stops(workspace)).isEqualTo(Stops.NONE);
    }

    @Test
    void stops_of_several_scopes_stand_beside_each_other() {
        var all = hold(Hold.Scope.WORKSPACE, "", "crise");
        var brand = hold(Hold.Scope.BRAND, "b-1_X.x".replace('.', '-'), "deuil");
        var near = hold(Hold.Scope.BRAND, "b_1-X_x", "autre");
        var network = hold(Hold.Scope.NETWORK, "bluesky", "panne");

        for (var each : new Hold[] {all, brand, near, network}) {
            holds().put(workspace, each);
        }

        assertThat(holds().in(workspace)).containsExactlyInAnyOrder(all, brand, near, network);
        assertThat(holds().in(Fixtures.workspaceId())).isEmpty();
    }

    @Test
    void a_stop_that_stands_is_not_replaced_by_another_of_its_scope() {
        var first = hold(Hold.Scope.WORKSPACE, "", "un");

        assertThat(holds().put(workspace, first)).isEqualTo(first);
        var second = new Hold(Hold.Scope.WORKSPACE, "", "deux", "tom", LATER);

        assertThat(holds().put(workspace, second)).isEqualTo(first);
        assertThat(holds().in(workspace)).containsExactly(first);
    }

    @Test
    void a_stop_is_lifted_alone_and_once_and_remembered() {
        var all = holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "un"));
        var network = holds().put(workspace, hold(Hold.Scope.NETWORK, "bluesky", "panne"));

        assertThat(holds().release(workspace, all, LATER, "tom")).isTrue();
        assertThat(holds().release(workspace, all, LATER.plusSeconds(1), "lea")).isFalse();

        var now = holds().stops(workspace);
        assertThat(now.standing()).containsExactly(network);
        assertThat(now.lifted()).containsExactly(new Lifted(Hold.Scope.WORKSPACE, "", NOON, LATER, "tom"));
    }

    @Test
    void a_release_of_the_stop_before_lifts_nothing_of_the_next() {
        var first = holds().put(workspace, hold(Hold.Scope.BRAND, "b", "un"));
        holds().release(workspace, first, LATER, "tom");
        var second = holds().put(workspace, new Hold(Hold.Scope.BRAND, "b", "deux", "lea", LATER.plusSeconds(5)));

        assertThat(holds().release(workspace, first, LATER.plusSeconds(9), "tom"))
                .isFalse();
        missing(holds().admit(workspace, first, seal(1)));
        assertThat(holds().in(workspace)).containsExactly(second);
    }

    @Test
    void what_was_lifted_is_remembered_with_what_was_before_it_and_forgotten_in_time() {
        var first = holds().put(workspace, hold(Hold.Scope.BRAND, "b", "un"));
        holds().release(workspace, first, LATER, "tom");
        var second = holds().put(workspace, new Hold(Hold.Scope.BRAND, "b", "deux", "lea", LATER.plusSeconds(5)));
        holds().release(workspace, second, LATER.plusSeconds(9), "zoe");

        assertThat(holds().stops(workspace).lifted())
                .containsExactly(
                        new Lifted(Hold.Scope.BRAND, "b", NOON, LATER.plusSeconds(9), "zoe", LATER.plusSeconds(5)));

        var late = LATER.plusSeconds(9).plus(Lifted.REMEMBERED);
        var third = holds().put(workspace, new Hold(Hold.Scope.WORKSPACE, "", "trois", "lea", late));
        holds().release(workspace, third, late.plusSeconds(1), "zoe");

        assertThat(holds().stops(workspace).lifted())
                .containsExactly(new Lifted(Hold.Scope.WORKSPACE, "", late, late.plusSeconds(1), "zoe"));
    }

    @Test
    void a_statement_is_listed_once_under_the_stop_it_was_approved_for() {
        var all = holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "un"));
        var brand = holds().put(workspace, hold(Hold.Scope.BRAND, "b", "deux"));

        var listing = done(holds().admit(workspace, all, seal(1)));
        assertThat(done(holds().admit(workspace, all, seal(1)))).isEqualTo(listing);
        done(holds().admit(workspace, all, seal(2)));

        assertThat(listing.statements()).containsExactly(seal(1));
        assertThat(holds().in(workspace)).containsExactlyInAnyOrder(listing.listing(seal(2)), brand);
        assertThat(holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "trois")))
                .isEqualTo(listing.listing(seal(2)));
    }

    @Test
    void statements_end_with_their_stop() {
        var all = holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "un"));
        done(holds().admit(workspace, all, seal(1)));
        holds().release(workspace, all, LATER, "tom");

        var again = holds().put(workspace, new Hold(Hold.Scope.WORKSPACE, "", "deux", "lea", LATER.plusSeconds(1)));

        assertThat(again.statements()).isEmpty();
    }

    @Test
    void a_stop_lists_so_many_statements_and_no_more_and_what_is_listed_stays() {
        var all = holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "un"));
        for (var i = 0; i < Hold.MOST_STATEMENTS; i++) {
            done(holds().admit(workspace, all, seal(i)));
        }

        refused(holds().admit(workspace, all, seal(99)));

        assertThat(done(holds().admit(workspace, all, seal(3))).statements()).hasSize(Hold.MOST_STATEMENTS);
        assertThat(holds().in(workspace).getFirst().statements()).doesNotContain(seal(99));
    }

    @Test
    void of_many_at_once_one_stops_one_lifts_and_every_statement_is_listed() throws Exception {
        var stood = together(i -> holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "n" + i)));
        assertThat(stood).hasSize(1);
        var standing = stood.iterator().next();

        together(i -> done(holds().admit(workspace, standing, seal(i))));
        assertThat(holds().in(workspace).getFirst().statements())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TOGETHER)
                        .mapToObj(HoldsContract::seal)
                        .toList());

        var lifted = new AtomicInteger();
        together(i ->
                holds().release(workspace, standing, LATER.plusSeconds(i), "n" + i) ? lifted.incrementAndGet() : 0);
        assertThat(lifted).hasValue(1);
        assertThat(holds().in(workspace)).isEmpty();
    }

    private static <T> Set<T> together(IntFunction<T> each) throws Exception {
        var results = ConcurrentHashMap.<T>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, TOGETHER)
                    .mapToObj(i -> threads.submit(() -> results.add(each.apply(i))))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        return results;
    }

    private static String seal(int i) {
        return "%064x".formatted(i + 1);
    }
}
