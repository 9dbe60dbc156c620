package dev.parvis.table;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.inbound.Inbound;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.secret.Sha256;

/** Deliveries, by channel and their sender's id. A body of more than 3 KB lies apart, so that knowing one is cheap. */
final class TableInbound implements Inbound {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_INSIDE = 3_000;
    private static final int MOST_KEY = 800;

    private final Rows rows;
    private final InstantSource clock;

    TableInbound(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The cheap read: one that was kept within the last second may be missed, and {@link #keep} then says so. */
    @Override
    public boolean known(WorkspaceId workspace, ChannelId channel, String deliveryId) {
        return rows.look(key(workspace, channel, deliveryId))
                .filter(this::isAlive)
                .isPresent();
    }

    private static Key key(WorkspaceId workspace, ChannelId channel, String deliveryId) {
        return Keys.inbound(workspace, channel, sortKey(deliveryId));
    }

    /** TTL takes rows away up to two days late, so what has expired is looked past. */
    private boolean isAlive(Row row) {
        return row.number("ttl") > clock.instant().getEpochSecond();
    }

    @Override
    public boolean keep(Arrival arrival) {
        var ttl = arrival.receivedAt().plus(KEPT).getEpochSecond();
        var row = Attributes.at(Keys.inbound(arrival.workspace(), arrival.channel(), sortKey(arrival.deliveryId())))
                .text("delivery", arrival.deliveryId())
                .instant("receivedAt", arrival.receivedAt())
                .number("items", arrival.items())
                .textUnlessEmpty("problem", arrival.problem())
                .number("ttl", ttl);
        switch (arrival.body()) {
            case Body.InFile(String key, long bytes) -> row.text("file", key).number("bytes", bytes);
            case Body.Here(byte[] bytes) when bytes.length <= MOST_INSIDE -> row.bytes("body", bytes);
            case Body.Here(byte[] bytes) -> {
                rows.put(Attributes.at(apart(arrival.workspace(), arrival.channel(), arrival.deliveryId()))
                        .bytes("body", bytes)
                        .number("ttl", ttl));
                row.flag("bodyApart", true);
            }
        }
        var absent = Expression.of("attribute_not_exists(#pk) OR #ttl <= :now")
                .with("now", clock.instant().getEpochSecond());
        return rows.put(row, absent) instanceof Wrote.Done;
    }

    @Override
    public Optional<Arrival> find(WorkspaceId workspace, ChannelId channel, String deliveryId) {
        return rows.find(key(workspace, channel, deliveryId))
                .filter(this::isAlive)
                .map(row -> new Arrival(
                        workspace,
                        channel,
                        row.text("delivery"),
                        row.instant("receivedAt"),
                        body(row, workspace, channel),
                        row.count("items"),
                        row.textOrEmpty("problem")));
    }

    private Body body(Row row, WorkspaceId workspace, ChannelId channel) {
        if (row.has("file")) {
            return new Body.InFile(row.text("file"), row.number("bytes"));
        }
        return row.flagged("bodyApart")
                ? new Body.Here(rows.find(apart(workspace, channel, row.text("delivery")))
                        .orElseThrow(() -> row.broken("body"))
                        .bytes("body"))
                : new Body.Here(row.bytes("body"));
    }

    private static Key apart(WorkspaceId workspace, ChannelId channel, String deliveryId) {
        return Keys.inboundBody(workspace, channel, sortKey(deliveryId));
    }

    /** A sender's id as it is, or its hash when it is longer than a key should be. */
    private static String sortKey(String deliveryId) {
        var bytes = Attributes.utf8(deliveryId);
        return bytes > 0 && bytes <= MOST_KEY ? deliveryId : "sha256#" + Sha256.hex(deliveryId);
    }
}
