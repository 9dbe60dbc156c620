package dev.parvis.domain.imports;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What keeps imports. */
public abstract class ImportsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Import work(int rows) {
        return new Import(
                workspace, new ImportId(Fixtures.id()), Fixtures.brandId(), rows, 2, 0, 0, 1, 0, "auth0|lea", NOON);
    }

    private static ImportRow row(int line, String text) {
        var at = new Schedule(LocalDateTime.parse("2026-12-24T18:00"), Fixtures.PARIS, NOON.plusSeconds(9));
        var content = new Content(
                text,
                Optional.of(new Content.Link("https://example.org", "Titre", "")),
                List.of(new Content.Image("media", "Une tasse")),
                "fr");
        var post = ImportRow.post(Fixtures.brandId(), "ligne " + line);
        return line % 2 == 0
                ? new ImportRow(
                        line,
                        post,
                        content,
                        new Labels("", "Hiver " + line, ""),
                        Optional.empty(),
                        true,
                        List.of(Fixtures.channelId()))
                : new ImportRow(
                        line, post, content, new Labels("", "Hiver " + line, ""), Optional.of(at), false, List.of());
    }

    @Test
    void an_import_comes_back_as_it_was_kept_with_its_rows_in_order() {
        var rows =
                IntStream.range(0, 130).mapToObj(i -> row(i + 2, "Ligne " + i)).toList();
        var kept = work(130);
        stores.imports().create(kept, rows, List.of(), NOON);

        var first = stores.imports().next(kept);
        var second = stores.imports().next(kept.plus(new Import.Tally(first.size() - 1, 0, 1)));

        assertThat(stores.imports().find(workspace, kept.importId())).contains(kept);
        assertThat(first).hasSizeBetween(1, Imports.STEP).isEqualTo(rows.subList(0, first.size()));
        assertThat(second).isEqualTo(rows.subList(first.size(), 130));
    }

    @Test
    void rows_of_the_longest_texts_are_kept_too() {
        var rows = IntStream.range(0, 12)
                .mapToObj(i -> row(i + 2, "é".repeat(20_000)))
                .toList();
        var kept = work(12);
        stores.imports().create(kept, rows, List.of(), NOON);

        var seen = 0;
        for (var now = kept; !now.isOver(); ) {
            var step = stores.imports().next(now);
            assertThat(step).isEqualTo(rows.subList(seen, seen + step.size())).isNotEmpty();
            seen += step.size();
            now = now.plus(new Import.Tally(step.size(), 0, 0));
        }
        assertThat(seen).isEqualTo(12);
    }

    @Test
    void it_stands_on_the_agenda_and_leaves_it_when_it_is_over() {
        var kept = work(1);
        stores.imports().create(kept, List.of(row(2, "Un")), List.of(), NOON);
        var claim = stores.agenda().claim(Kind.IMPORT, NOON, 5).claims().getFirst();
        var over = claim.work().plus(Import.Tally.MADE);

        stores.agenda().finish(claim, over, Next.never());

        assertThat(claim.work()).isEqualTo(kept);
        assertThat(stores.imports().find(workspace, kept.importId())).contains(over);
        clock.set(NOON.plus(LEASE).plusSeconds(1));
        assertThat(stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims())
                .isEmpty();
    }

    @Test
    void kept_again_it_goes_on_where_it_was() {
        var kept = work(1);
        stores.imports().create(kept, List.of(row(2, "Un")), List.of(), NOON);
        var claim = stores.agenda().claim(Kind.IMPORT, NOON, 5).claims().getFirst();
        stores.agenda().progress(claim, claim.work().plus(Import.Tally.MADE));

        stores.imports().create(kept, List.of(row(2, "Un")), List.of(), NOON);

        assertThat(stores.imports().find(workspace, kept.importId())).contains(kept.plus(Import.Tally.MADE));
    }

    @Test
    void faults_come_by_line_and_are_told_once() {
        var kept = work(0);
        var late = new RowFault(12, "texte", "too_long", "is too long");
        var early = new RowFault(9, "", "refused", "no");
        stores.imports().create(kept, List.of(), List.of(late), NOON);

        stores.imports().tell(kept, early);
        stores.imports().tell(kept, early);

        assertThat(stores.imports().faults(workspace, kept.importId(), 10)).containsExactly(early, late);
        assertThat(stores.imports().faults(workspace, kept.importId(), 1)).containsExactly(early);
    }

    @Test
    void taken_back_it_stands_on_the_agenda_again_whoever_had_ended_it() {
        var kept = work(1);
        stores.imports().create(kept, List.of(row(2, "Un")), List.of(), NOON);
        var claim = stores.agenda().claim(Kind.IMPORT, NOON, 5).claims().getFirst();
        var over = claim.work().plus(Import.Tally.MADE);
        stores.agenda().finish(claim, over, Next.never());

        assertThat(stores.imports().undo(workspace, kept.importId(), NOON)).contains(NOON);

        assertThat(stores.imports().find(workspace, kept.importId())).contains(over.undoing());
        var back = stores.agenda().claim(Kind.IMPORT, NOON, 5).claims().getFirst();
        assertThat(back.work().undo()).contains(new Import.Undo(0, 0));
        stores.agenda().finish(back, back.work().back(new Import.Returned(1, 1, 0)), Next.never());
        assertThat(stores.imports().undo(workspace, kept.importId(), NOON)).contains(NOON);
        assertThat(stores.imports().find(workspace, kept.importId()).flatMap(Import::undo))
                .contains(new Import.Undo(1, 1));
        assertThat(stores.agenda().claim(Kind.IMPORT, NOON, 5).claims()).isEmpty();
    }

    @Test
    void taken_back_under_a_workers_hands_it_waits_for_the_end_of_the_lease_and_the_worker_writes_no_more() {
        var kept = work(1);
        stores.imports().create(kept, List.of(row(2, "Un")), List.of(), NOON);
        var claim = stores.agenda().claim(Kind.IMPORT, NOON, 5).claims().getFirst();

        assertThat(stores.imports().undo(workspace, kept.importId(), NOON)).contains(NOON.plus(LEASE));
        assertThat(stores.imports().undo(workspace, kept.importId(), NOON.plusSeconds(1)))
                .contains(NOON.plus(LEASE));

        assertThat(stores.agenda().finish(claim, claim.work().plus(Import.Tally.MADE), Next.never()))
                .isEqualTo(Written.FENCED_OFF);
        assertThat(stores.agenda().claim(Kind.IMPORT, NOON, 5).claims()).isEmpty();
        clock.set(NOON.plus(LEASE));
        assertThat(stores.agenda().claim(Kind.IMPORT, clock.instant(), 5).claims())
                .singleElement()
                .satisfies(again -> assertThat(again.work()).isEqualTo(kept.undoing()));
    }

    @Test
    void another_workspace_reaches_nothing_of_it() {
        var kept = work(0);
        stores.imports().create(kept, List.of(), List.of(new RowFault(2, "a", "b", "c")), NOON);
        var stranger = Fixtures.workspaceId();

        assertThat(stores.imports().find(stranger, kept.importId())).isEmpty();
        assertThat(stores.imports().undo(stranger, kept.importId(), NOON)).isEmpty();
        assertThat(stores.imports().faults(stranger, kept.importId(), 10)).isEmpty();
    }
}
