package dev.parvis.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.replies.Pace;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A row for each hour of a channel in which rules reply: the set of the interactions that have a place, which the table
 * removes two days later. A place is one unit; whoever finds none left has read half a unit, and writes nothing.
 */
final class TablePace implements Pace {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String PLACES = "places";
    /** Of an id's 32 digits, a hash's: enough to tell thirty apart, and the row stays under 1 KB. */
    private static final int DIGITS = 16;

    private final Rows rows;

    TablePace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean takes(WorkspaceId workspace, ChannelId channel, Instant at, String interaction) {
        var key = ReplyKeys.pace(workspace, channel, at);
        var place = interaction.substring(0, Math.min(DIGITS, interaction.length()));
        var taken = rows.look(key).map(TablePace::places).orElse(List.of());
        if (taken.contains(place) || taken.size() >= MOST_AN_HOUR) {
            return taken.contains(place);
        }
        var take = Expression.of("ADD #places :added SET #ttl = :ttl, #mark = :mark")
                .with("added", AttributeValue.fromSs(List.of(place)))
                .with("ttl", at.plus(KEPT).getEpochSecond())
                .with(Rows.MARK, rows.mark());
        var free = Expression.of("attribute_not_exists(#pk) OR size(#places) < :most OR contains(#places, :place)")
                .with("most", MOST_AN_HOUR)
                .with("place", place);
        return rows.update(key, take, free, Rows.MARK) instanceof Wrote.Done;
    }

    private static List<String> places(Row row) {
        return Optional.ofNullable(row.attributes().get(PLACES))
                .map(AttributeValue::ss)
                .orElse(List.of());
    }
}
