package dev.parvis.table;

import java.time.Duration;
import java.util.List;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Check;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Comments, a partition per post, by id. Kept for 400 days. */
final class TableComments implements Comments {
    private static final Duration KEPT = Duration.ofDays(400);

    private final Rows rows;

    TableComments(Rows rows) {
        this.rows = rows;
    }

    /** The count is not exact to the row: two at once may both be the last. */
    @Override
    public boolean add(Comment comment) {
        Check.id(comment.id());
        var there = of(comment.workspace(), comment.post());
        if (there.stream().anyMatch(known -> known.id().equals(comment.id()))) {
            return true;
        }
        if (there.size() >= MOST) {
            return false;
        }
        rows.putNew(Attributes.at(key(comment.workspace(), comment.post(), comment.id()))
                .instant("at", comment.at())
                .text("part", comment.part().name())
                .text("by", comment.by())
                .text("text", comment.text())
                .number("ttl", comment.at().plus(KEPT).getEpochSecond()));
        return true;
    }

    @Override
    public List<Comment> of(WorkspaceId workspace, PostId post) {
        return rows.all(Range.of(Keys.comments(workspace, post), "").latest()).stream()
                .map(row -> decode(row, post))
                .sorted(Comment.OLDEST_FIRST)
                .toList();
    }

    @Override
    public boolean erase(WorkspaceId workspace, PostId post, String id) {
        return rows.delete(key(workspace, post, id), Expression.THERE).isEmpty();
    }

    private static Key key(WorkspaceId workspace, PostId post, String id) {
        return new Key(Keys.comments(workspace, post), id);
    }

    private static Comment decode(Row row, PostId post) {
        return new Comment(
                row.key().workspace(),
                post,
                row.key().sk(),
                row.instant("at"),
                row.as("part", Approval.Part::valueOf),
                row.text("by"),
                row.text("text"));
    }
}
