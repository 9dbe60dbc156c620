package dev.parvis.table;

import java.util.List;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The stops of a workspace: one row, an attribute per stop, so that setting or lifting one is one write. */
final class TableHolds implements Holds {
    private static final String HOLD = "hold";

    private final Rows rows;

    TableHolds(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Hold> in(WorkspaceId workspace) {
        return rows.latest(Keys.holds(workspace)).stream()
                .flatMap(row -> row.attributes().keySet().stream()
                        .filter(name -> name.startsWith(HOLD))
                        .sorted()
                        .map(name -> decode(row.map(name))))
                .toList();
    }

    private static Hold decode(Row row) {
        return new Hold(
                row.as("scope", Hold.Scope::valueOf),
                row.text("id"),
                row.text("reason"),
                row.text("by"),
                row.instant("since"));
    }

    @Override
    public void put(WorkspaceId workspace, Hold hold) {
        var value = new Attributes()
                .text("scope", hold.scope().name())
                .text("id", hold.id())
                .text("reason", hold.reason())
                .text("by", hold.by())
                .instant("since", hold.since());
        var put = Expression.of("SET #" + name(hold.scope(), hold.id()) + " = :hold, #mark = :mark")
                .with("hold", AttributeValue.fromM(value.map()))
                .with(Rows.MARK, rows.mark());
        rows.update(Keys.holds(workspace), put, Expression.NONE, Rows.MARK);
    }

    @Override
    public void release(WorkspaceId workspace, Hold.Scope scope, String id) {
        var release =
                Expression.of("SET #mark = :mark REMOVE #" + name(scope, id)).with(Rows.MARK, rows.mark());
        rows.update(Keys.holds(workspace), release, Expression.NONE, Rows.MARK);
    }

    /** An alias in an expression takes letters and digits only: the rest of an id is spelt in hex between two x. */
    private static String name(Hold.Scope scope, String id) {
        var name = new StringBuilder(HOLD).append(scope.name());
        id.chars().forEach(c -> {
            if (Character.isLetterOrDigit(c) && c != 'x') {
                name.append((char) c);
            } else {
                name.append('x').append(Integer.toHexString(c)).append('x');
            }
        });
        return name.toString();
    }
}
