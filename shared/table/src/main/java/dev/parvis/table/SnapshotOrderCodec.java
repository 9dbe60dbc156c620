package dev.parvis.table;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The standing orders to measure. */
final class SnapshotOrderCodec implements WorkCodec<SnapshotOrder> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.MEASURE, new ChannelId(id).value());
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.MEASURE);
    }

    @Override
    public Attributes encode(SnapshotOrder order) {
        return Attributes.at(key(order)).text("brand", order.brand().value()).number("failures", order.failures());
    }

    @Override
    public SnapshotOrder decode(Row row) {
        return new SnapshotOrder(
                row.key().workspace(),
                new ChannelId(id(row.key())),
                row.as("brand", BrandId::new),
                row.count("failures"));
    }
}
