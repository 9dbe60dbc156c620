package dev.parvis.table;

import java.time.Duration;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Events on their way, one row per recipient. One that has ended is kept for 30 days. */
final class DeliveryCodec implements WorkCodec<Delivery> {
    static final Duration KEPT = Duration.ofDays(30);

    /** Event ids may hold dots, recipients never do. */
    @Override
    public Key key(WorkspaceId workspace, String id) {
        var dot = id.lastIndexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("a delivery's id names its event and its recipient");
        }
        return new Key(Keys.tenant(workspace) + Keys.DELIVERY + id.substring(0, dot), id.substring(dot + 1));
    }

    @Override
    public String id(Key key) {
        return key.partitionAfter(Keys.DELIVERY) + "." + key.sk();
    }

    @Override
    public Attributes encode(Delivery delivery) {
        var event = delivery.event();
        var detail = new Attributes();
        event.detail().forEach(detail::text);
        var row = Attributes.at(key(delivery))
                .text("event", event.type().name())
                .instant("at", event.at())
                .map("detail", detail)
                .number("failures", delivery.failures())
                .text("outcome", delivery.outcome());
        if (delivery.outcome().isPresent()) {
            row.number("ttl", event.at().plus(KEPT).getEpochSecond());
        }
        return row;
    }

    @Override
    public Delivery decode(Row row) {
        var workspace = row.key().workspace();
        var event = new Event(
                row.key().partitionAfter(Keys.DELIVERY),
                row.as("event", Event.Type::valueOf),
                workspace,
                row.instant("at"),
                row.map("detail").allTexts());
        return new Delivery(workspace, event, row.key().sk(), row.count("failures"), row.textIf("outcome"));
    }
}
