package dev.parvis.table;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.crisis.StopGrant;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A member's link that stops: a row that the table removes some time after the link has ended. */
final class TableStopLinks implements StopLinks {
    private final Rows rows;

    TableStopLinks(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void put(StopGrant grant) {
        rows.put(Attributes.at(Keys.stopLink(grant.workspace(), grant.subject()))
                .text("brand", grant.brand().map(BrandId::value))
                .text("serial", grant.serial())
                .text("by", grant.by())
                .instant("madeAt", grant.madeAt())
                .instant("endsAt", grant.endsAt())
                .number("ttl", grant.endsAt().getEpochSecond()));
    }

    @Override
    public Optional<StopGrant> find(WorkspaceId workspace, String subject) {
        return rows.latest(Keys.stopLink(workspace, subject)).map(TableStopLinks::decode);
    }

    @Override
    public List<StopGrant> list(WorkspaceId workspace) {
        return rows.all(Range.of(Keys.tenant(workspace), Keys.STOP_LINK).latest()).stream()
                .map(TableStopLinks::decode)
                .toList();
    }

    @Override
    public boolean revoke(WorkspaceId workspace, String subject) {
        return rows.delete(Keys.stopLink(workspace, subject), Expression.THERE).isEmpty();
    }

    private static StopGrant decode(Row row) {
        return new StopGrant(
                row.key().workspace(),
                row.key().sk().substring(Keys.STOP_LINK.length()),
                row.textIf("brand").map(BrandId::new),
                row.text("serial"),
                row.text("by"),
                row.instant("madeAt"),
                row.instant("endsAt"));
    }
}
