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
    List<ImportRow> next(Import of);

    /** Keeps what was wrong with a row; told again, it replaces what was told of the same line and column. */
    void tell(Import of, RowFault fault);

    /** By line, at most {@code limit}. */
    List<RowFault> faults(WorkspaceId workspace, ImportId id, int limit);
}
