package dev.parvis.functions.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.audit.Seal;
import dev.parvis.domain.audit.SealOrder;
import dev.parvis.domain.audit.Seals;
import dev.parvis.domain.audit.TrailSealer;
import dev.parvis.domain.audit.TrailVerifier;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.files.InMemoryFiles;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class SealDueTest {
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, LEASE);
    private final InMemoryFiles files = new InMemoryFiles();
    private final WorkspaceId workspace = Fixtures.workspaceId();

    @Test
    void a_trail_is_sealed_every_day() {
        settle(workspace);
        deed("a");
        var early = look();
        clock.advance(SealDue.EVERY);
        var first = look();
        deed("b");
        clock.advance(SealDue.EVERY);

        var second = look();

        assertThat(early.sealed()).isZero();
        assertThat(first).isEqualTo(new SealDue.Summary(1, 0, 0));
        assertThat(second).isEqualTo(new SealDue.Summary(1, 0, 0));
        assertThat(stores.seals().latest(workspace)).map(Seal::number).contains(2L);
        assertThat(files.kept.keySet())
                .containsExactly(
                        "w/" + workspace + "/audit/seal-00000001.txt", "w/" + workspace + "/audit/seal-00000002.txt");
    }

    @Test
    void an_order_of_a_workspace_that_is_gone_ends() {
        stores.agenda().add(Kind.SEAL, SealOrder.first(workspace, NOON), NOON);

        assertThat(look().sealed()).isOne();
        clock.advance(SealDue.EVERY);

        assertThat(look().sealed()).isZero();
    }

    @Test
    void a_trail_that_was_tampered_with_stops_no_other_and_is_set_aside() {
        settle(workspace);
        var other = Fixtures.workspaceId();
        settle(other);
        deed("a");
        clock.advance(SealDue.EVERY);
        look();
        stores.seals().remove(stores.seals().latest(workspace).orElseThrow());
        stores.audit().add(entry(other, "c"));
        clock.advance(SealDue.EVERY);

        var told = look();
        for (var again = 1; again <= Kind.MOST_CLAIMS; again++) {
            clock.advance(LEASE.plusSeconds(1));
            look();
        }

        assertThat(told).isEqualTo(new SealDue.Summary(1, 1, 0));
        assertThat(stores.seals().latest(other)).isPresent();
        assertThat(stores.agenda()
                        .stuck(workspace, dev.parvis.domain.stored.PageRequest.first(5))
                        .items())
                .extracting(dev.parvis.domain.agenda.Stuck::kind)
                .containsExactly("SEAL");
    }

    @Test
    void killed_at_any_call_it_leaves_one_sound_chain() {
        var calm = new Breaking(0, false);
        new SealDueTest().killed(calm);

        for (var at = 1; at <= calm.calls(); at++) {
            for (var afterwards : new boolean[] {false, true}) {
                new SealDueTest().killed(new Breaking(at, afterwards));
            }
        }
    }

    private void killed(Breaking breaking) {
        settle(workspace);
        deed("a");
        clock.advance(SealDue.EVERY);
        try {
            look(breaking);
        } catch (Breaking.Broken broken) {
            // As Lambda sees it: the function failed.
        }
        clock.advance(LEASE.plusSeconds(1));
        look();

        var told = new TrailVerifier(stores.audit(), stores.seals(), files)
                .verify(workspace, java.time.YearMonth.of(2026, 11));

        assertThat(told.findings()).isEmpty();
        assertThat(told.sealed()).isOne();
        assertThat(stores.seals().latest(workspace)).map(Seal::number).contains(1L);
    }

    private void settle(WorkspaceId id) {
        stores.workspaces().create(Fixtures.workspace(id), new Member(id, "lea", Role.OWNER));
        stores.agenda().add(Kind.SEAL, SealOrder.first(id, NOON), NOON.plus(SealDue.EVERY));
    }

    private void deed(String id) {
        stores.audit().add(entry(workspace, id));
    }

    private AuditEntry entry(WorkspaceId id, String deed) {
        return new AuditEntry(id, deed, clock.instant(), "lea", "post.created", "post/1", "", Map.of());
    }

    private SealDue.Summary look() {
        return look(new Breaking(0, false));
    }

    private SealDue.Summary look(Breaking breaking) {
        var log = new Log(new PrintStream(new ByteArrayOutputStream()), clock);
        var sealer = new TrailSealer(
                breaking.port(Audit.class, stores.audit()),
                breaking.port(Seals.class, stores.seals()),
                breaking.port(Files.class, files));
        return new SealDue(
                        breaking.port(Agenda.class, stores.agenda()),
                        breaking.port(Workspaces.class, stores.workspaces()),
                        () -> sealer,
                        clock,
                        log)
                .run(Deadline.in(Duration.ofMinutes(5)));
    }
}
