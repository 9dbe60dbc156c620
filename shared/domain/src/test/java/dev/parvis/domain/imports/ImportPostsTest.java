package dev.parvis.domain.imports;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.Slot;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.slots.Week;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Imports of a brand with one channel. */
class ImportPostsTest {
    private static final Instant SATURDAY = NOON.plus(Duration.ofDays(7));

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();
    private MutableClock clock = new MutableClock(NOON);
    private InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);

    @BeforeEach
    void a_brand_with_a_channel() {
        settle(Approving.Policy.NONE);
    }

    private void settle(Approving.Policy policy) {
        clock = new MutableClock(NOON);
        stores = new InMemoryStores(clock, StoreContract.LEASE);
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands()
                .create(
                        policy == Approving.Policy.NONE
                                ? Fixtures.brand(workspace, brand)
                                : Fixtures.brand(workspace, brand, policy));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
    }

    private ImportRow row(int number, Instant at) {
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

    private ImportRow atNextSlot(int number) {
        var row = row(number, SATURDAY);
        return new ImportRow(
                row.line(), row.post(), row.content(), row.labels(), Optional.empty(), true, row.channels());
    }

    private List<ImportRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> row(number, SATURDAY.plusSeconds(60L * number)))
                .toList();
    }

    private Import kept(List<ImportRow> rows) {
        var work = new Import(
                workspace, new ImportId(Fixtures.id()), brand, rows.size(), 0, 0, 0, 0, 0, "lea", clock.instant());
        stores.imports().create(work, rows, List.of(), clock.instant());
        return work;
    }

    private ImportPosts posts() {
        return posts(new Breaking(0, false));
    }

    private ImportPosts posts(Breaking breaking) {
        return new ImportPosts(
                new ImportPosts.Stores(
                        breaking.port(Agenda.class, stores.agenda()),
                        breaking.port(Imports.class, stores.imports()),
                        breaking.port(Posts.class, stores.posts()),
                        breaking.port(Brands.class, stores.brands()),
                        breaking.port(Channels.class, stores.channels()),
                        breaking.port(Slots.class, stores.slots()),
                        breaking.port(Sheets.class, stores.sheets())),
                clock);
    }

    private Claim<Import> claim() {
        return stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims().getFirst();
    }

    private Import after(Import work) {
        return stores.imports().find(workspace, work.importId()).orElseThrow();
    }

    private PostWithTargets made(ImportRow row) {
        return stores.posts().find(workspace, row.post()).orElseThrow();
    }

    private List<RowFault> faults(Import work) {
        return stores.imports().faults(workspace, work.importId(), 100);
    }

    @Test
    void every_row_becomes_a_post_that_goes_out_at_its_time() {
        var rows = rows(3);
        var work = kept(rows);

        posts().settle(claim(), () -> true);

        assertThat(after(work))
                .extracting(Import::isOver, Import::made, Import::failed)
                .containsExactly(true, 3, 0);
        assertThat(made(rows.getLast()).post().content())
                .isEqualTo(rows.getLast().content());
        assertThat(made(rows.getLast()).post().labels().theme()).isEqualTo("Noël");
        assertThat(made(rows.getLast()).targets()).singleElement().satisfies(target -> {
            assertThat(target.state()).isEqualTo(TargetState.SCHEDULED);
            assertThat(target.dueAt()).isEqualTo(SATURDAY.plusSeconds(120));
        });
    }

    @Test
    void a_row_without_a_time_is_a_draft_also_without_channels() {
        var row = row(0, SATURDAY);
        var draft = new ImportRow(2, row.post(), row.content(), row.labels(), Optional.empty(), false, List.of());
        kept(List.of(draft));

        posts().settle(claim(), () -> true);

        assertThat(made(draft).post().schedule()).isEmpty();
        assertThat(made(draft).targets()).isEmpty();
    }

    @Test
    void where_somebody_must_agree_they_are_asked_and_nothing_goes_out_before() {
        settle(Approving.Policy.CLIENT);
        var rows = rows(1);
        kept(rows);

        posts().settle(claim(), () -> true);

        assertThat(made(rows.getFirst()).targets()).singleElement().satisfies(target -> assertThat(target.state())
                .isEqualTo(TargetState.APPROVAL));
        assertThat(stores.agenda()
                        .claim(Kind.DELIVERY, NOON.plus(Duration.ofHours(1)), 5)
                        .claims())
                .isNotEmpty();
    }

    @Test
    void the_same_file_twice_makes_no_second_post() {
        var rows = rows(3);
        kept(rows);
        posts().settle(claim(), () -> true);
        clock.advance(Duration.ofMinutes(5));
        var again = kept(rows);

        posts().settle(claim(), () -> true);

        assertThat(after(again))
                .extracting(Import::made, Import::known, Import::failed)
                .containsExactly(0, 3, 0);
        assertThat(made(rows.getFirst()).post().createdAt()).isEqualTo(NOON);
    }

    @Test
    void a_row_that_has_changed_is_told_and_changes_nothing() {
        var row = row(0, SATURDAY);
        kept(List.of(row));
        posts().settle(claim(), () -> true);
        clock.advance(Duration.ofMinutes(5));
        var changed = new ImportRow(
                2,
                row.post(),
                Fixtures.content("Autre"),
                row.labels(),
                row(0, SATURDAY.plusSeconds(5)).schedule(),
                false,
                List.of());
        var again = kept(List.of(changed));

        posts().settle(claim(), () -> true);

        assertThat(after(again))
                .extracting(Import::made, Import::known, Import::failed)
                .containsExactly(0, 0, 1);
        assertThat(faults(again)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("changed");
            assertThat(fault.detail()).contains("at, channels, text");
        });
        assertThat(made(row).post().content()).isEqualTo(row.content());
    }

    @Test
    void what_is_past_when_its_turn_comes_is_not_made_but_found_if_it_was() {
        var rows = List.of(row(0, NOON.plusSeconds(60)), row(1, SATURDAY));
        var work = kept(rows);
        clock.advance(Duration.ofMinutes(2));
        posts().settle(claim(), () -> true);
        var other = kept(List.of(row(1, SATURDAY)));
        clock.set(SATURDAY.plusSeconds(1));

        posts().settle(claim(), () -> true);

        assertThat(faults(work)).extracting(RowFault::line, RowFault::code).containsExactly(tuple(2, "in_the_past"));
        assertThat(after(other)).extracting(Import::known, Import::failed).containsExactly(1, 0);
    }

    @Test
    void rows_take_the_next_free_slots_in_their_order() {
        var nine = new Slot(DayOfWeek.MONDAY, LocalTime.of(9, 0));
        stores.slots().replace(new Week(workspace, channel, List.of(nine), 0));
        var rows = List.of(atNextSlot(0), atNextSlot(1));
        kept(rows);

        posts().settle(claim(), () -> true);

        assertThat(rows)
                .extracting(row ->
                        made(row).post().schedule().orElseThrow().wallClock().toString())
                .containsExactly("2026-11-23T09:00", "2026-11-30T09:00");
    }

    @Test
    void a_channel_without_slots_and_one_that_was_removed_are_told() {
        var strange = row(1, SATURDAY);
        var rows = List.of(
                atNextSlot(0),
                new ImportRow(
                        3,
                        strange.post(),
                        strange.content(),
                        strange.labels(),
                        strange.schedule(),
                        false,
                        List.of(Fixtures.channelId())));
        var work = kept(rows);

        posts().settle(claim(), () -> true);

        assertThat(faults(work))
                .extracting(RowFault::column, RowFault::code)
                .containsExactly(tuple("at", "no_slots"), tuple("channels", "not_found"));
    }

    @Test
    void a_worker_without_time_leaves_the_rest_due_at_once() {
        var rows = rows(250);
        var work = kept(rows);
        var steps = new ArrayList<Integer>();

        posts().settle(claim(), () -> {
            steps.add(after(work).next());
            return steps.size() < 3;
        });
        var left = after(work);
        posts().settle(claim(), () -> true);

        assertThat(left.next()).isEqualTo(200);
        assertThat(after(work)).extracting(Import::isOver, Import::made).containsExactly(true, 250);
    }

    @Test
    void killed_at_any_line_nothing_is_doubled_and_nothing_lost() {
        var calls = run(new Breaking(0, false));
        assertThat(calls).isGreaterThan(10);

        for (var at = 1; at <= calls; at++) {
            for (var afterwards : new boolean[] {false, true}) {
                settle(Approving.Policy.NONE);
                run(new Breaking(at, afterwards));
            }
        }
    }

    /** Two steps with one bad row; the worker may die once, and another comes when the lease is over. */
    private int run(Breaking breaking) {
        var rows = new ArrayList<>(rows(103));
        rows.set(50, row(50, NOON));
        var work = kept(rows);
        clock.advance(Duration.ofSeconds(1));
        try {
            posts(breaking).settle(claim(), () -> true);
        } catch (Breaking.Broken died) {
            clock.advance(StoreContract.LEASE.plusSeconds(1));
            stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims().forEach(claim -> posts().settle(
                            claim, () -> true));
        }
        assertThat(after(work))
                .extracting(Import::isOver, Import::made, Import::known, Import::failed)
                .containsExactly(true, 102, 0, 1);
        assertThat(rows.stream()
                        .filter(row ->
                                stores.posts().find(workspace, row.post()).isPresent()))
                .hasSize(102);
        assertThat(faults(work)).hasSize(1);
        return breaking.calls();
    }

    @Test
    void an_import_whose_rows_are_gone_is_a_fault_and_never_over() {
        var work = new Import(workspace, new ImportId(Fixtures.id()), brand, 5, 0, 0, 0, 0, 0, "lea", NOON);
        stores.imports().create(work, List.of(), List.of(), NOON);

        assertThatThrownBy(() -> posts().settle(claim(), () -> true)).isInstanceOf(IllegalStateException.class);

        assertThat(after(work).isOver()).isFalse();
    }
}
