package dev.parvis.table;

import java.time.LocalDate;
import java.util.Set;

import dev.parvis.domain.weekly.WeeklyOrder;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The standing orders to mail a look ahead. */
final class WeeklyOrderCodec implements WorkCodec<WeeklyOrder> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.WEEKLY, id);
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.WEEKLY);
    }

    @Override
    public Attributes encode(WeeklyOrder order) {
        return Attributes.at(key(order))
                .text("monday", order.monday().toString())
                .texts("told", order.told().stream().sorted().toList())
                .number("failures", order.failures());
    }

    @Override
    public WeeklyOrder decode(Row row) {
        return new WeeklyOrder(
                row.key().workspace(), row.as("monday", LocalDate::parse), Set.copyOf(row.texts("told")), (int)
                        row.number("failures"));
    }
}
