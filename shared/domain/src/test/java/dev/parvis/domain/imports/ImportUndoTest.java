package dev.parvis.domain.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Imports of a brand with one channel that somebody takes back. */
class ImportUndoTest {
    private static final Instant SATURDAY = NOON.plus(Duration.ofDays(7));

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();
    private MutableClock clock = new MutableClock(NOON);
    private InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);

    @BeforeEach
    void a_brand_with_a_channel() {
        clock = new MutableClock(NOON);
        stores = new InMemoryStores(clock, StoreContract.LEASE);
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
    }

    private ImportRow row(int number) {
        var at = SATURDAY.plusSeconds(60L * number);
        var schedule = new Schedule(at.atZone(Fixtures.PARIS).toLocalDateTime(), Fixtures.PARIS, at);
        return new ImportRow(
                number + 2,
                ImportRow.post(brand, "ligne " + number),
                Fixtures.content("Ligne " + number),
                new Labels("Noël", "", ""),
                Optional.of(schedule),
                false,
                List.of(channel));
    }

    private List<ImportRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(this::row).toList();
    }

    private Import kept(List<ImportRow> rows) {
        var work = new Import(
                workspace, new ImportId(Fixtures.id()), brand, rows.size(), 0, 0, 0, 0, 0, "lea", clock.instant());
        stores.imports().create(work, rows, List.of(), clock.instant());
        return work;
    }

    private Import made(List<ImportRow> rows) {
        var work = kept(rows);
        posts(new Breaking(0, false)).settle(claim(), () -> true);
        return work;
    }

    private ImportPosts posts(Breaking breaking) {
        return new ImportPosts(
                new ImportPosts.Stores(
                        breaking.port(Agenda.class, stores.agenda()),
                        breaking.port(Imports.class, stores.imports()),
                        breaking.port(Posts.class, stores.posts()),
                        stores.brands(),
                        stores.channels(),
                        stores.slots(),
                        stores.sheets()),
                clock);
    }

    private Claim<Import> claim() {
        return stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims().getFirst();
    }

    private void undo(Import work) {
        stores.imports().undo(workspace, work.importId(), clock.instant());
        posts(new Breaking(0, false)).settle(claim(), () -> true);
    }

    private Import after(Import work) {
        return stores.imports().find(workspace, work.importId()).orElseThrow();
    }

    private Optional<PostWithTargets> post(ImportRow row) {
        return stores.posts().find(workspace, row.post());
    }

    private void isUndone(Import work, int kept) {
        assertThat(after(work).isOver()).isTrue();
        assertThat(after(work).undo().map(Import.Undo::kept)).contains(kept);
    }

    @Test
    void what_nobody_has_touched_is_gone_and_its_keys_are_free_again() {
        var rows = rows(250);
        var work = made(rows);

        undo(work);

        isUndone(work, 0);
        assertThat(rows).noneMatch(row -> post(row).isPresent());
        assertThat(stores.slots().taken(workspace, channel, NOON, SATURDAY.plus(Duration.ofDays(9))))
                .isEmpty();
        clock.advance(Duration.ofMinutes(1));
        var again = made(rows);
        assertThat(after(again).made()).isEqualTo(250);
    }

    @Test
    void what_is_out_edited_or_decided_on_stays_and_is_told_by_its_line() {
        var rows = rows(6);
        var work = made(rows);
        out(rows.get(0), TargetState.PUBLISHED);
        out(rows.get(1), TargetState.UNCERTAIN);
        var edited = post(rows.get(2)).orElseThrow();
        stores.posts().change(edited.post().with(Fixtures.content("Mieux")), edited.targets());
        var approved = post(rows.get(3)).orElseThrow();
        var decision = new Approval.Decision(Approval.Verdict.REFUSED, "max", NOON);
        var asked = Approval.asked(Approving.Policy.INTERNAL, "seal").decided(Approval.Part.TEAM, decision);
        var waiting = approved.targets().stream().map(t -> t.awaiting("")).toList();
        stores.posts().change(approved.post().with(Optional.of(asked)), waiting);
        var cancelled = post(rows.get(4)).orElseThrow();
        stores.posts().cancel(workspace, cancelled.post().id(), 1);

        undo(work);

        isUndone(work, 4);
        assertThat(stores.imports().faults(workspace, work.importId(), 10))
                .extracting(RowFault::line, RowFault::code)
                .containsExactly(
                        tuple(2, "is_out"), tuple(3, "is_out"), tuple(4, "edited_since"), tuple(5, "approved_since"));
        assertThat(rows.subList(0, 4)).allMatch(row -> post(row).isPresent());
        assertThat(rows.subList(4, 6)).noneMatch(row -> post(row).isPresent());
    }

    private void out(ImportRow row, TargetState state) {
        var target = post(row).orElseThrow().targets().getFirst();
        var claim =
                stores.agenda().claimOne(Kind.TARGET, workspace, target.id()).orElseThrow();
        stores.agenda().finish(claim, claim.work().without(state, ""), Next.never());
    }

    @Test
    void posts_that_were_there_before_the_file_are_none_of_its_own() {
        var rows = rows(3);
        made(rows);
        clock.advance(Duration.ofMinutes(5));
        var again = made(rows);

        undo(again);

        isUndone(again, 0);
        assertThat(rows).allMatch(row -> post(row).isPresent());
    }

    @Test
    void asked_again_it_changes_nothing() {
        var rows = rows(3);
        var work = made(rows);
        undo(work);
        var once = after(work);

        stores.imports().undo(workspace, work.importId(), clock.instant());

        assertThat(after(work)).isEqualTo(once);
        assertThat(stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims())
                .isEmpty();
    }

    @Test
    void what_was_not_made_yet_never_is() {
        var rows = rows(250);
        var work = kept(rows);
        var steps = new ArrayList<Integer>();
        posts(new Breaking(0, false)).settle(claim(), () -> steps.add(0) && steps.size() < 2);
        assertThat(after(work).made()).isEqualTo(100);

        undo(work);

        isUndone(work, 0);
        assertThat(rows).noneMatch(row -> post(row).isPresent());
    }

    @Test
    void who_is_making_posts_is_waited_for_and_what_they_made_meanwhile_goes_too() {
        var rows = rows(250);
        var work = kept(rows);
        var steps = new ArrayList<Instant>();
        posts(new Breaking(0, false)).settle(claim(), () -> {
            if (steps.size() == 1) {
                var from = stores.imports()
                        .undo(workspace, work.importId(), clock.instant())
                        .orElseThrow();
                assertThat(from).isEqualTo(clock.instant().plus(StoreContract.LEASE));
            }
            return steps.add(clock.instant());
        });
        assertThat(steps).as("fenced off after its step").hasSize(2);
        assertThat(post(rows.get(150))).isPresent();
        assertThat(stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims())
                .isEmpty();

        clock.advance(StoreContract.LEASE);
        posts(new Breaking(0, false)).settle(claim(), () -> true);

        isUndone(work, 0);
        assertThat(rows).noneMatch(row -> post(row).isPresent());
    }

    @Test
    void a_worker_without_time_leaves_the_rest_due_at_once() {
        var rows = rows(250);
        var work = made(rows);
        stores.imports().undo(workspace, work.importId(), clock.instant());
        var steps = new ArrayList<Integer>();

        posts(new Breaking(0, false)).settle(claim(), () -> steps.add(0) && steps.size() < 3);
        assertThat(after(work).undo().map(Import.Undo::next)).contains(200);
        posts(new Breaking(0, false)).settle(claim(), () -> true);

        isUndone(work, 0);
    }

    @Test
    void killed_at_any_line_it_is_undone_all_the_same() {
        var calls = run(new Breaking(0, false));
        assertThat(calls).isGreaterThan(10);

        for (var at = 1; at <= calls; at++) {
            for (var afterwards : new boolean[] {false, true}) {
                a_brand_with_a_channel();
                run(new Breaking(at, afterwards));
            }
        }
    }

    /** Two steps, one post that is out; the worker may die once, and another comes when the lease is over. */
    private int run(Breaking breaking) {
        var rows = rows(103);
        var work = made(rows);
        out(rows.get(50), TargetState.PUBLISHED);
        stores.imports().undo(workspace, work.importId(), clock.instant());
        try {
            posts(breaking).settle(claim(), () -> true);
        } catch (Breaking.Broken died) {
            clock.advance(StoreContract.LEASE.plusSeconds(1));
            stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims().forEach(claim -> posts(
                            new Breaking(0, false))
                    .settle(claim, () -> true));
        }
        isUndone(work, 1);
        assertThat(rows.stream().filter(row -> post(row).isPresent())).hasSize(1);
        return breaking.calls();
    }
}
