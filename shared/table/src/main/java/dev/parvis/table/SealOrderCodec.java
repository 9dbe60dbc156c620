package dev.parvis.table;

import dev.parvis.domain.audit.SealOrder;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The standing orders to seal. */
final class SealOrderCodec implements WorkCodec<SealOrder> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.SEAL, id);
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.SEAL);
    }

    @Override
    public Attributes encode(SealOrder order) {
        return Attributes.at(key(order))
                .number("number", order.number())
                .text("hash", order.hash())
                .instant("upTo", order.upTo());
    }

    @Override
    public SealOrder decode(Row row) {
        return new SealOrder(row.key().workspace(), row.number("number"), row.text("hash"), row.instant("upTo"));
    }
}
