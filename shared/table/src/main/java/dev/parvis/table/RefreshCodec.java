package dev.parvis.table;

import java.time.Instant;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The standing orders to renew credentials. One that never expires has no {@code expiresAt}. */
final class RefreshCodec implements WorkCodec<Refresh> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.REFRESH, new ChannelId(id).value());
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.REFRESH);
    }

    @Override
    public Attributes encode(Refresh refresh) {
        return expiry(Attributes.at(key(refresh)), refresh.expiresAt())
                .number("failures", refresh.failures())
                .flag("incident", refresh.incident());
    }

    @Override
    public Refresh decode(Row row) {
        return new Refresh(
                row.key().workspace(),
                new ChannelId(id(row.key())),
                expiry(row),
                row.count("failures"),
                row.flag("incident"));
    }

    static Attributes expiry(Attributes row, Instant expiresAt) {
        return expiresAt.equals(Instant.MAX) ? row : row.instant("expiresAt", expiresAt);
    }

    static Instant expiry(Row row) {
        return row.has("expiresAt") ? row.instant("expiresAt") : Instant.MAX;
    }
}
