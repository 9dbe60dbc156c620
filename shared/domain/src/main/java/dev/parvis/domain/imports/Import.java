package dev.parvis.domain.imports;

import java.time.Instant;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A file of posts on its way into a brand's calendar.
 *
 * @param rows how many good rows it was kept with
 * @param refused how many rows were left out because they were bad
 * @param next the first row that was not yet dealt with, from 0
 * @param made how many posts came of it
 * @param known how many were there already, and said the same
 * @param failed how many rows made no post after all
 * @param createdAt in full milliseconds: the posts it makes carry it
 */
public record Import(
        WorkspaceId workspace,
        ImportId importId,
        BrandId brand,
        int rows,
        int refused,
        int next,
        int made,
        int known,
        int failed,
        String createdBy,
        Instant createdAt)
        implements Work {
    @Override
    public String id() {
        return importId.value();
    }

    /** Whether every row was dealt with. */
    public boolean isOver() {
        return next >= rows;
    }

    Import plus(Tally tally) {
        return new Import(
                workspace,
                importId,
                brand,
                rows,
                refused,
                next + tally.rows(),
                made + tally.made(),
                known + tally.known(),
                failed + tally.failed(),
                createdBy,
                createdAt);
    }

    /** What became of some rows. */
    record Tally(int made, int known, int failed) {
        static final Tally NOTHING = new Tally(0, 0, 0);
        static final Tally MADE = new Tally(1, 0, 0);
        static final Tally KNOWN = new Tally(0, 1, 0);
        static final Tally FAILED = new Tally(0, 0, 1);

        int rows() {
            return made + known + failed;
        }

        Tally plus(Tally other) {
            return new Tally(made + other.made, known + other.known, failed + other.failed);
        }
    }
}
