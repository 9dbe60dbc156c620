package dev.parvis.table;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the rows of a kind are spread, and that readers find them all. */
@Tag("backend")
class ShardsTest {
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final WorkspaceId workspace = Fixtures.workspaceId();

    @Test
    void ids_are_spread_evenly() {
        var settings = AgendaSettings.lease(LEASE);
        var counts = new HashMap<String, Integer>();

        IntStream.range(0, 4_000)
                .forEach(i -> counts.merge(settings.shardOf("TARGET", Fixtures.id()), 1, Integer::sum));

        assertThat(counts).hasSize(4);
        assertThat(counts.values()).allMatch(count -> count > 800 && count < 1_200);
    }

    @Test
    void readers_must_look_at_every_shard_that_is_written() {
        assertThatThrownBy(() -> new AgendaSettings(4, 3, LEASE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgendaSettings(0, 1, LEASE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rows_of_a_larger_number_of_shards_are_found_while_it_shrinks() {
        try (var local = new LocalTable()) {
            var clock = new MutableClock(NOON);
            var wide = new ParvisTable(local.client(), local.name(), clock, new AgendaSettings(8, 8, LEASE, Map.of()));
            var shrinking =
                    new ParvisTable(local.client(), local.name(), clock, new AgendaSettings(2, 8, LEASE, Map.of()));
            IntStream.range(0, 30).forEach(i -> wide.agenda().add(Kind.REFRESH, Fixtures.refresh(workspace), NOON));

            assertThat(shrinking.agenda().claim(Kind.REFRESH, NOON, 100).claims())
                    .hasSize(30);
        }
    }

    @Test
    void one_look_starts_at_any_shard() {
        try (var local = new LocalTable()) {
            var clock = new MutableClock(NOON);
            var first = new TreeMap<String, Integer>();
            var all = new TreeSet<String>();
            var seeds = new Random(7);
            var spread = new AgendaSettings(4, 4, LEASE, Map.of());
            var table = new ParvisTable(local.client(), local.name(), clock, spread, seeds);
            IntStream.range(0, 40).forEach(i -> table.agenda().add(Kind.REFRESH, Fixtures.refresh(workspace), NOON));

            for (var i = 0; i < 16; i++) {
                var id = table.agenda()
                        .claim(Kind.REFRESH, NOON, 1)
                        .claims()
                        .getFirst()
                        .work()
                        .id();
                first.merge(spread.shardOf("REFRESH", id), 1, Integer::sum);
                all.add(id);
            }

            assertThat(all).hasSize(16);
            assertThat(first).hasSizeGreaterThan(2);
        }
    }

    @Test
    void what_comes_seldom_stands_in_one_shard_and_a_look_at_it_is_one_query() {
        var settings = AgendaSettings.lease(LEASE);
        try (var local = new LocalTable()) {
            var clock = new MutableClock(NOON);
            var meter = new CapacityMeter();
            var table = local.open(clock, meter);
            IntStream.range(0, 12).forEach(i -> table.agenda().add(Kind.REFRESH, Fixtures.refresh(workspace), NOON));

            var all = table.agenda().claim(Kind.REFRESH, NOON, 100);
            meter.clear();
            table.agenda().claim(Kind.REFRESH, NOON, 100);

            assertThat(meter.calls()).extracting(CapacityMeter.Call::operation).containsExactly("Query");
            assertThat(all.claims()).hasSize(12);
            assertThat(all.claims())
                    .allMatch(claim ->
                            settings.shardOf("REFRESH", claim.work().id()).equals("REFRESH#0"));
        }
    }

    @Test
    void a_kind_may_have_a_lease_of_its_own() {
        var settings = new AgendaSettings(4, 4, LEASE, Map.of("REPORT", Duration.ofMinutes(10)));

        assertThat(settings.leaseOf("REPORT")).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.leaseOf("TARGET")).isEqualTo(LEASE);
    }
}
