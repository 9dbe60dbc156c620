package dev.parvis.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.audit.Verification.Finding;
import dev.parvis.domain.audit.Verification.Kind;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.files.InMemoryFiles;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrailSealerTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Duration DAY = Duration.ofDays(1);

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemorySeals seals = new InMemorySeals();
    private final InMemoryFiles files = new InMemoryFiles();
    private final TrailSealer sealer = new TrailSealer(audit, seals, files);
    private final TrailVerifier verifier = new TrailVerifier(audit, seals, files);
    private SealOrder order = SealOrder.first(workspace, NOON);

    @Test
    void entries_are_sealed_once_they_have_settled() {
        var old = entry("a", NOON);
        var young = entry("b", NOON.plus(DAY));
        audit.add(old);
        audit.add(young, "un texte");

        seal(NOON.plus(DAY).plus(TrailSealer.SETTLED));
        var first = verify();
        seal(NOON.plus(DAY).plus(TrailSealer.SETTLED).plusMillis(1));

        assertThat(first)
                .extracting(Verification::sealed, Verification::waiting)
                .containsExactly(1, 1);
        assertThat(verify())
                .extracting(Verification::sealed, Verification::waiting)
                .containsExactly(2, 0);
        assertThat(verify().sound()).isTrue();
        assertThat(seals.find(workspace, 2).orElseThrow().previous())
                .isEqualTo(seals.find(workspace, 1).orElseThrow().hash());
    }

    @Test
    void a_trail_where_nothing_happened_costs_no_link() {
        audit.add(entry("a", NOON));
        seal(NOON.plus(DAY));

        seal(NOON.plus(DAY.multipliedBy(2)));

        assertThat(order.number()).isOne();
    }

    @Test
    void a_late_entry_is_sealed_and_counted_as_late() {
        audit.add(entry("a", NOON.plusSeconds(60)));
        seal(NOON.plus(DAY));
        audit.add(entry("b", NOON.plusSeconds(30)));

        seal(NOON.plus(DAY.multipliedBy(2)));

        assertThat(verify())
                .extracting(Verification::sealed, Verification::late, Verification::sound)
                .containsExactly(2, 1, true);
    }

    @Test
    void a_large_batch_makes_several_links_and_a_short_time_only_some() {
        IntStream.range(0, 2 * Seal.MOST + 1).forEach(i -> audit.add(entry("e" + i, NOON.plusMillis(i / 3))));
        var left = new ArrayList<>(List.of(true, false));

        order = sealer.seal(order, NOON.plus(DAY), left::removeFirst);
        var some = verify();
        seal(NOON.plus(DAY));

        assertThat(some).extracting(Verification::sealed, Verification::last).containsExactly(Seal.MOST, 1L);
        assertThat(some.sound()).isTrue();
        assertThat(verify())
                .extracting(Verification::sealed, Verification::last, Verification::sound)
                .containsExactly(2 * Seal.MOST + 1, 3L, true);
    }

    @Test
    void killed_at_any_call_and_begun_again_it_makes_the_same_chain() {
        IntStream.range(0, Seal.MOST + 5).forEach(i -> audit.add(entry("e" + i, NOON.plusMillis(i))));
        var calm = new Breaking(0, false);
        chained(calm, new InMemorySeals(), new InMemoryFiles());
        var head = chained(new Breaking(0, false), new InMemorySeals(), new InMemoryFiles());

        for (var at = 1; at <= calm.calls(); at++) {
            for (var afterwards : List.of(false, true)) {
                var there = new InMemorySeals();
                var kept = new InMemoryFiles();
                var breaking = new Breaking(at, afterwards);
                assertThatThrownBy(() -> chained(breaking, there, kept)).isInstanceOf(Breaking.Broken.class);

                var again = chained(new Breaking(0, false), there, kept);

                assertThat(again).as("call %s, %s", at, afterwards).isEqualTo(head);
                assertThat(new TrailVerifier(audit, there, kept)
                                .verify(workspace, NOVEMBER)
                                .sound())
                        .isTrue();
            }
        }
    }

    private SealOrder chained(Breaking breaking, Seals there, Files kept) {
        return new TrailSealer(
                        breaking.port(Audit.class, audit),
                        breaking.port(Seals.class, there),
                        breaking.port(Files.class, kept))
                .seal(SealOrder.first(workspace, NOON), NOON.plus(DAY), () -> true);
    }

    @Test
    void two_sealers_at_once_make_one_chain() {
        audit.add(entry("a", NOON));
        var stale = order;
        seal(NOON.plus(DAY));

        var other = sealer.seal(stale, NOON.plus(DAY).plusSeconds(1), () -> true);

        assertThat(other).isEqualTo(order);
        assertThat(seals.latest(workspace)).map(Seal::number).contains(1L);
    }

    @Test
    void a_changed_a_removed_and_a_slipped_in_entry_are_found() {
        var first = entry("a", NOON);
        var second = entry("b", NOON.plusSeconds(1));
        audit.add(first, "un texte");
        audit.add(second);
        seal(NOON.plus(DAY));
        var other = new AuditEntry(workspace, "a", NOON, "lea", "post.deleted", "post/1", "", Map.of());
        var slipped = entry("c", NOON.plusSeconds(2));

        audit.tamper(other);
        audit.remove(second);
        audit.add(entry("z", NOON.plus(Duration.ofDays(60))));
        seal(NOON.plus(Duration.ofDays(61)));
        audit.add(slipped);

        assertThat(verify().findings())
                .containsExactlyInAnyOrder(
                        new Finding(Kind.ENTRY_CHANGED, "entry/" + NOON + "/a"),
                        new Finding(Kind.ENTRY_MISSING, "entry/" + second.at() + "/b"),
                        new Finding(Kind.ENTRY_UNSEALED, "entry/" + slipped.at() + "/c"));
    }

    @Test
    void a_rewritten_chain_is_not_what_its_files_say() {
        threeDays();
        audit.tamper(new AuditEntry(workspace, "a", NOON, "lea", "post.deleted", "post/1", "", Map.of()));
        var liar = new InMemorySeals();
        new TrailSealer(audit, liar, new InMemoryFiles())
                .seal(SealOrder.first(workspace, NOON), NOON.plus(DAY.multipliedBy(4)), () -> true);

        var told = new TrailVerifier(audit, liar, files).verify(workspace, NOVEMBER);

        assertThat(told.findings()).contains(new Finding(Kind.FILE_DIFFERS, "seal/1"));
    }

    @Test
    void a_link_that_was_rewritten_removed_or_cut_off_is_found() {
        threeDays();
        var second = seals.find(workspace, 2).orElseThrow();
        var third = seals.find(workspace, 3).orElseThrow();

        seals.tamper(new Seal(workspace, 2, second.sealedAt(), second.upTo(), Seal.NONE, second.entries()));
        assertThat(verify().findings())
                .contains(
                        new Finding(Kind.CHAIN_BROKEN, "seal/2"),
                        new Finding(Kind.CHAIN_BROKEN, "seal/3"),
                        new Finding(Kind.FILE_DIFFERS, "seal/2"));

        seals.remove(second);
        assertThat(verify().findings()).contains(new Finding(Kind.SEAL_MISSING, "seal/2"));

        seals.tamper(second);
        seals.remove(third);
        assertThat(verify().findings()).contains(new Finding(Kind.SEAL_MISSING, "seal/3"));
        assertThatThrownBy(() -> seal(NOON.plus(DAY.multipliedBy(5))))
                .isInstanceOf(TrailSealer.Forked.class)
                .hasMessageContaining("seal 3 is gone");
    }

    @Test
    void a_file_that_is_gone_is_said() {
        threeDays();
        files.erase("w/" + workspace + "/audit/seal-00000002.txt");

        assertThat(verify().findings()).containsExactly(new Finding(Kind.FILE_MISSING, "seal/2"));
    }

    @Test
    void an_old_month_is_found_in_a_long_chain_without_reading_all_of_it() {
        for (var day = 0; day < 400; day++) {
            audit.add(entry("e" + day, NOON.plus(DAY.multipliedBy(day))));
            seal(NOON.plus(DAY.multipliedBy(day)).plus(TrailSealer.SETTLED).plusSeconds(1));
        }
        var calls = new Breaking(0, false);

        var told = new TrailVerifier(audit, calls.port(Seals.class, seals), files)
                .verify(workspace, YearMonth.of(2027, 1));

        assertThat(told).extracting(Verification::entries, Verification::sealed).containsExactly(31, 31);
        assertThat(told.sound()).isTrue();
        assertThat(calls.calls()).isLessThan(31 + 45 + 15);
    }

    @Test
    void a_workspace_without_a_chain_is_sound() {
        audit.add(entry("a", NOON));

        assertThat(verify())
                .extracting(Verification::waiting, Verification::head, Verification::sound)
                .containsExactly(1, Seal.NONE, true);
    }

    private void threeDays() {
        for (var day = 0; day < 3; day++) {
            audit.add(entry(day == 0 ? "a" : "d" + day, NOON.plus(DAY.multipliedBy(day))));
            seal(NOON.plus(DAY.multipliedBy(day + 1L)));
        }
    }

    private void seal(Instant now) {
        order = sealer.seal(order, now, () -> true);
    }

    private Verification verify() {
        return verifier.verify(workspace, NOVEMBER);
    }

    private AuditEntry entry(String id, Instant at) {
        return new AuditEntry(
                workspace,
                id,
                at,
                "function:publish",
                "post.published",
                "post/" + id,
                "",
                Map.of("network", "sandbox"));
    }
}
