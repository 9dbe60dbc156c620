package dev.parvis.domain.channels;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Sealed credentials in memory. */
public final class InMemoryCredentials implements CredentialStore {
    private final Map<String, SealedCredential> rows = new HashMap<>();

    @Override
    public synchronized Optional<SealedCredential> find(WorkspaceId workspace, ChannelId channel, boolean latest) {
        return Optional.ofNullable(rows.get(key(workspace, channel)));
    }

    @Override
    public synchronized boolean put(WorkspaceId workspace, ChannelId channel, SealedCredential sealed) {
        var there = rows.get(key(workspace, channel));
        var version = there == null ? 0 : there.version();
        if (version != sealed.version() - 1) {
            return false;
        }
        rows.put(key(workspace, channel), sealed);
        return true;
    }

    @Override
    public synchronized void delete(WorkspaceId workspace, ChannelId channel) {
        rows.remove(key(workspace, channel));
    }

    private static String key(WorkspaceId workspace, ChannelId channel) {
        return workspace + "#" + channel;
    }
}
