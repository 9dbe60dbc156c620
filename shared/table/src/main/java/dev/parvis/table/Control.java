package dev.parvis.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.agenda.Work;
import dev.parvis.kernel.time.Times;

/**
 * What the agenda keeps on a row beside its work.
 *
 * @param fence grows with every claim and every edit
 * @param mark who wrote last: a claim's owner, until the next claim or edit
 * @param claims how many since the row was last finished
 * @param due what it waits for; empty when it is out of the agenda
 * @param look where it stands in the index: its due time, or the end of its lease
 */
record Control(long fence, String mark, int claims, Optional<Instant> due, Optional<Instant> look) {
    static final String FENCE = "fence";
    static final String CLAIMS = "claims";

    /** A row nobody has claimed. */
    static Control fresh(String mark, Optional<Instant> due) {
        return new Control(1, mark, 0, due, due);
    }

    /** The row after an edit: whoever holds it is fenced off. */
    static Control edited(Row row, String mark, Optional<Instant> due) {
        return new Control(row.numberOr(FENCE, 0) + 1, mark, 0, due, due);
    }

    <W extends Work> Attributes on(Attributes row, String kind, W work, AgendaSettings settings) {
        row.number(FENCE, fence).text(Rows.MARK, mark).number(CLAIMS, claims);
        due.ifPresent(instant -> row.instant("due", instant));
        look.ifPresent(
                instant -> row.text("duePk", settings.shardOf(kind, work.id())).text("dueSk", Times.format(instant)));
        return row;
    }

    /**
     * That nobody has claimed or written the row since it was read. Progress under a lease leaves the fence and the mark as
     * they are, so what it may have changed is compared by itself.
     *
     * @param worked what workers write of such a row
     */
    static Expression unchanged(Row row, List<String> worked) {
        var condition = Expression.of("#fence = :seenFence AND #mark = :seenMark")
                .with("seenFence", row.number(FENCE))
                .with("seenMark", row.text(Rows.MARK));
        for (var name : worked) {
            condition = condition.and(as(row.attributes().get(name), name));
        }
        return condition;
    }

    private static Expression as(@Nullable AttributeValue seen, String name) {
        return seen == null
                ? Expression.of("attribute_not_exists(#" + name + ")")
                : Expression.of("#" + name + " = :seen_" + name).with("seen_" + name, seen);
    }
}
