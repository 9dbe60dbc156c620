package dev.parvis.table;

import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.SealedCredential;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Sealed credentials, each in a partition of its own that IAM keeps from who calls no network. */
final class TableCredentials implements CredentialStore {
    private final Rows rows;

    TableCredentials(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<SealedCredential> find(WorkspaceId workspace, ChannelId channel, boolean latest) {
        var key = Keys.token(workspace, channel.value());
        var found = latest ? rows.latest(key) : rows.find(key);
        return found.map(
                row -> new SealedCredential(row.bytes("sealed"), RefreshCodec.expiry(row), row.number("version")));
    }

    @Override
    public boolean put(WorkspaceId workspace, ChannelId channel, SealedCredential sealed) {
        var row = Attributes.at(Keys.token(workspace, channel.value()))
                .bytes("sealed", sealed.sealed())
                .number("version", sealed.version());
        RefreshCodec.expiry(row, sealed.expiresAt());
        var before = sealed.version() - 1;
        return switch (rows.put(row, before == 0 ? Expression.NEW : Expression.version(before))) {
            case Wrote.Done done -> true;
            case Wrote.Lost lost -> false;
        };
    }

    @Override
    public void delete(WorkspaceId workspace, ChannelId channel) {
        rows.delete(Keys.token(workspace, channel.value()));
    }
}
