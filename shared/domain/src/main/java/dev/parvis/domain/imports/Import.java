package dev.parvis.domain.imports;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Post;
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
 * @param undo how far it was taken back; empty while nobody wants that
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
        Instant createdAt,
        Optional<Undo> undo)
        implements Work {
    /**
     * How far an import was taken back.
     *
     * @param next the first row that was not yet looked at, from 0
     * @param kept how many of its posts stay: they are out, or a person has had to do with them since
     */
    public record Undo(int next, int kept) {}

    /** One that nobody takes back. */
    public Import(
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
            Instant createdAt) {
        this(
                workspace,
                importId,
                brand,
                rows,
                refused,
                next,
                made,
                known,
                failed,
                createdBy,
                createdAt,
                Optional.empty());
    }

    @Override
    public String id() {
        return importId.value();
    }

    /** Whether every row was dealt with, or taken back. */
    public boolean isOver() {
        return undo.map(back -> back.next() >= reach()).orElse(next >= rows);
    }

    /** The rows before which posts may be its own: whoever was at work when it was taken back was in one step. */
    private int reach() {
        return Math.min(rows, next + Imports.STEP);
    }

    /** The same on its way back; what was not made yet never will be. */
    public Import undoing() {
        return undo.isPresent() ? this : with(made, new Undo(0, 0));
    }

    /** Some rows further back. */
    Import back(Returned returned) {
        var before = undo.orElseThrow();
        return with(made + returned.late(), new Undo(before.next() + returned.rows(), before.kept() + returned.kept()));
    }

    private Import with(int nowMade, Undo nowUndo) {
        return new Import(
                workspace,
                importId,
                brand,
                rows,
                refused,
                next,
                nowMade,
                known,
                failed,
                createdBy,
                createdAt,
                Optional.of(nowUndo));
    }

    /** Whether a post came of it: posts carry its instant and its author, whatever has become of them since. */
    boolean hasMade(Post post) {
        return post.createdAt().equals(createdAt) && post.createdBy().equals(createdBy);
    }

    /**
     * What became of some rows on the way back.
     *
     * @param late posts that were made after the import last said how far it was
     */
    record Returned(int rows, int kept, int late) {}

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
                createdAt,
                undo);
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
