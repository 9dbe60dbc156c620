package dev.parvis.domain.channels;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Opens channels for calls: the channel's row, and its credential. */
public final class Connections {
    private final Channels channels;
    private final Credentials credentials;

    public Connections(Channels channels, Credentials credentials) {
        this.channels = channels;
        this.credentials = credentials;
    }

    /** Two cheap reads; a credential that was renewed in the last second may still be the old one. */
    public Opened open(WorkspaceId workspace, ChannelId id) {
        return open(workspace, id, false);
    }

    /** The same with the credential that is stored now. */
    public Opened openLatest(WorkspaceId workspace, ChannelId id) {
        return open(workspace, id, true);
    }

    private Opened open(WorkspaceId workspace, ChannelId id, boolean latest) {
        var channel = channels.find(workspace, id);
        if (channel.isEmpty()) {
            return new Opened.Missing(workspace, id);
        }
        if (channel.get().state() == ChannelState.DISCONNECTED) {
            return new Opened.Disconnected(channel.get().reason());
        }
        return credentials
                .open(workspace, id, latest)
                .<Opened>map(
                        found -> new Opened.Ready(new Connection(channel.get(), found.credential()), found.version()))
                .orElseGet(() -> new Opened.Disconnected("the channel has no credential"));
    }
}
