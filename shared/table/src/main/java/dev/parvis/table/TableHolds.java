package dev.parvis.table;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.Stops.Lifted;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The stops of a workspace: one row, an attribute for each that stands ({@code hold…}) and each that was lifted lately
 * ({@code lift…}), so that setting or lifting one is one write.
 */
final class TableHolds implements Holds {
    /** One strongly consistent read unit. */
    static final int MOST_BYTES = 4096;

    private static final String HOLD = "hold";
    private static final String LIFT = "lift";
    private static final String SAID = "said";
    private static final int A_STATEMENT = 40;
    private static final int MOST_ROUNDS = 8;

    private final Rows rows;

    TableHolds(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Stops stops(WorkspaceId workspace) {
        return rows.latest(Keys.holds(workspace)).map(TableHolds::decode).orElse(Stops.NONE);
    }

    private static Stops decode(Row row) {
        return new Stops(
                each(row, HOLD).map(name -> hold(row.map(name))).toList(),
                each(row, LIFT).map(name -> lifted(row.map(name))).toList());
    }

    private static Stream<String> each(Row row, String start) {
        return row.attributes().keySet().stream()
                .filter(name -> name.startsWith(start))
                .sorted();
    }

    private static Hold hold(Row row) {
        return new Hold(
                row.as("scope", Hold.Scope::valueOf),
                row.text("id"),
                row.text("reason"),
                row.text("by"),
                row.instant("since"),
                said(row));
    }

    private static List<String> said(Row row) {
        return Optional.ofNullable(row.attributes().get(SAID)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(seal -> HexFormat.of().formatHex(seal.b().asByteArray()))
                .toList();
    }

    private static Lifted lifted(Row row) {
        return new Lifted(
                row.as("scope", Hold.Scope::valueOf),
                row.text("id"),
                row.instant("since"),
                row.instant("until"),
                row.text("by"),
                row.has("last") ? row.instant("last") : row.instant("since"));
    }

    @Override
    public Hold put(WorkspaceId workspace, Hold hold) {
        var value = new Attributes()
                .text("scope", hold.scope().name())
                .text("id", hold.id())
                .text("reason", hold.reason())
                .text("by", hold.by())
                .instant("since", hold.since())
                .put(
                        SAID,
                        AttributeValue.fromL(hold.statements().stream()
                                .map(TableHolds::bytes)
                                .toList()));
        var name = name(HOLD, hold.scope(), hold.id());
        var put = Expression.of("SET #" + name + " = if_not_exists(#" + name + ", :hold), #mark = :mark")
                .with("hold", AttributeValue.fromM(value.map()))
                .with(Rows.MARK, rows.mark());
        return switch (rows.update(Keys.holds(workspace), put, Expression.NONE, Rows.MARK)) {
            case Wrote.Done(Row row) -> hold(row.map(name));
            case Wrote.Lost lost -> throw new IllegalStateException("a write without a condition was lost");
        };
    }

    @Override
    public boolean release(WorkspaceId workspace, Hold hold, Instant at, String by) {
        var stops = stops(workspace);
        var lifted = new Lifted(hold.scope(), hold.id(), hold.since(), at, by);
        var recent = stops.lifted(hold.scope(), hold.id()).filter(earlier -> isRemembered(earlier, at));
        var remembered = recent.map(lifted::after).orElse(lifted);
        var name = name(HOLD, hold.scope(), hold.id());
        var release = Expression.of("SET #mark = :mark, #" + name(LIFT, hold.scope(), hold.id()) + " = :lifted REMOVE #"
                        + name + forgotten(stops, lifted, at))
                .with(Rows.MARK, rows.mark())
                .with("lifted", AttributeValue.fromM(encode(remembered).map()));
        return rows.update(Keys.holds(workspace), release, still(hold), Rows.MARK) instanceof Wrote.Done;
    }

    private static Attributes encode(Lifted lifted) {
        var row = new Attributes()
                .text("scope", lifted.scope().name())
                .text("id", lifted.id())
                .text("by", lifted.by())
                .instant("since", lifted.since())
                .instant("until", lifted.until());
        return lifted.last().equals(lifted.since()) ? row : row.instant("last", lifted.last());
    }

    private static String forgotten(Stops stops, Lifted now, Instant at) {
        var names = new StringBuilder();
        stops.lifted().stream()
                .filter(old -> !isRemembered(old, at))
                .filter(old -> old.scope() != now.scope() || !old.id().equals(now.id()))
                .forEach(old -> names.append(", #").append(name(LIFT, old.scope(), old.id())));
        return names.toString();
    }

    private static boolean isRemembered(Lifted lifted, Instant at) {
        return lifted.until().plus(Lifted.REMEMBERED).isAfter(at);
    }

    /** That it is this stop which stands, and not another that was put since. */
    private static Expression still(Hold hold) {
        return Expression.of("#" + name(HOLD, hold.scope(), hold.id()) + ".#since = :since")
                .with("since", hold.since().toEpochMilli());
    }

    /** Two at once both find room or one looks again: the list is as long as it was when room was found in it. */
    @Override
    public Change<Hold> admit(WorkspaceId workspace, Hold hold, String seal) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var row = rows.latest(Keys.holds(workspace));
            var standing = row.flatMap(there -> decode(there).find(hold.scope(), hold.id()))
                    .filter(there -> there.since().equals(hold.since()));
            if (standing.isEmpty()) {
                return new Change.Missing<>();
            }
            if (standing.get().statements().contains(seal)) {
                return new Change.Done<>(standing.get());
            }
            if (isFull(row.orElseThrow(), standing.get())) {
                return new Change.Refused<>("it lists all the statements it can");
            }
            if (added(workspace, standing.get(), seal)) {
                return new Change.Done<>(standing.get().listing(seal));
            }
        }
        return new Change.Conflict<>(hold);
    }

    private static boolean isFull(Row row, Hold hold) {
        return hold.statements().size() >= Hold.MOST_STATEMENTS
                || Attributes.sizeOf(row.attributes()) + A_STATEMENT > MOST_BYTES;
    }

    private boolean added(WorkspaceId workspace, Hold hold, String seal) {
        var said = "#" + name(HOLD, hold.scope(), hold.id()) + ".#" + SAID;
        var add = Expression.of("SET #mark = :mark, " + said + " = list_append(" + said + ", :seal)")
                .with(Rows.MARK, rows.mark())
                .with("seal", AttributeValue.fromL(List.of(bytes(seal))));
        var asLong = still(hold)
                .and(Expression.of("size(" + said + ") = :length")
                        .with("length", hold.statements().size()));
        return rows.update(Keys.holds(workspace), add, asLong, Rows.MARK) instanceof Wrote.Done;
    }

    private static AttributeValue bytes(String seal) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(HexFormat.of().parseHex(seal)));
    }

    /** An alias in an expression takes letters and digits only: the rest of an id is spelt in hex between two x. */
    private static String name(String start, Hold.Scope scope, String id) {
        var name = new StringBuilder(start).append(scope.name());
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
