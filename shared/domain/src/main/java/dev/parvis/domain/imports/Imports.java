package dev.parvis.domain.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Imports, their rows, and what was wrong with rows. All of it goes {@link #KEPT} after the import began. */
public interface Imports {
    Duration KEPT = Duration.ofDays(30);
    /** So many rows are dealt with before an import says how far it is. */
    int STEP = 100;
    /** Of the faults found before an import began, so many are kept with it. */
    int MOST_FAULTS = 200;

    /**
     * Keeps the rows and the faults, then the import, which is due at {@code due}. Repeated with the same import it
     * changes nothing.
     *
     * @param rows as many as the import says, in order
     */
    void create(Import created, List<ImportRow> rows, List<RowFault> faults, Instant due);

    Optional<Import> find(WorkspaceId workspace, ImportId id);

    /** The next rows to be dealt with, {@value #STEP} at most; none only when the import is over or was forgotten. */
    default List<ImportRow> next(Import of) {
        return from(of, of.next());
    }

    /** The rows of one step; {@code first} is where a step begins, the first at 0 and each where the one before ended. */
    List<ImportRow> from(Import of, int first);

    /**
     * Wants an import taken back: it stands on the agenda, whether it was over or given up or is under way, and whoever
     * makes its posts is fenced off. Asked again it changes nothing.
     *
     * @return from when on: later than {@code now} while a worker may still be at it; empty when there is no such import
     */
    Optional<Instant> undo(WorkspaceId workspace, ImportId id, Instant now);

    /** Keeps what was wrong with a row; told again, it replaces what was told of the same line and column. */
    void tell(Import of, RowFault fault);

    /** By line, at most {@code limit}. */
    List<RowFault> faults(WorkspaceId workspace, ImportId id, int limit);
}
