package dev.parvis.table;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.slots.Said;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.slots.Taken;
import dev.parvis.domain.slots.Week;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** The slots of channels: a row each. What is taken, posts write themselves; see {@link Bookings}. */
final class TableSlots implements Slots {
    private static final int CHANNEL = 0;
    private static final int WEEK = 1;

    private final Rows rows;
    private final SlotsCodec codec = new SlotsCodec();

    TableSlots(Rows rows) {
        this.rows = rows;
    }

    /** Strongly consistent: an older week would offer a slot that is one no more. */
    @Override
    public Week find(WorkspaceId workspace, ChannelId channel) {
        return rows.latest(Keys.slots(workspace, channel))
                .map(codec::decode)
                .orElseGet(() -> Week.none(workspace, channel));
    }

    @Override
    public Change<Week> replace(Week changed) {
        var next = new Week(changed.workspace(), changed.channel(), changed.slots(), changed.version() + 1);
        var seen = changed.version() == 0 ? Expression.NEW : Expression.version(changed.version());
        var outcome = rows.transaction()
                .check(Keys.channel(changed.workspace(), changed.channel()), Expression.THERE)
                .put(codec.encode(next).text(Rows.MARK, rows.mark()), seen)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(next);
            case Outcome.Cancelled cancelled when cancelled.at(CHANNEL) -> new Change.Missing<>();
            case Outcome.Cancelled cancelled ->
                new Change.Conflict<>(cancelled
                        .there(WEEK)
                        .map(codec::decode)
                        .orElseGet(() -> Week.none(changed.workspace(), changed.channel())));
        };
    }

    @Override
    public List<Taken> taken(WorkspaceId workspace, ChannelId channel, Instant from, Instant until) {
        return booked(workspace, channel, from, until)
                .map(row -> new Taken(Times.parse(row.key().sk()), Bookings.posts(row)))
                .filter(there -> !there.posts().isEmpty())
                .toList();
    }

    @Override
    public List<Said> said(WorkspaceId workspace, ChannelId channel, Instant from, Instant until) {
        return booked(workspace, channel, from, until)
                .flatMap(row -> Bookings.said(row).stream())
                .toList();
    }

    private Stream<Row> booked(WorkspaceId workspace, ChannelId channel, Instant from, Instant until) {
        var range = Range.of(Keys.booked(workspace, channel), "")
                .between(Times.format(from), Times.format(until.minusMillis(1)))
                .latest();
        return rows.all(range).stream();
    }
}
