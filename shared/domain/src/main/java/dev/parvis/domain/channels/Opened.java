package dev.parvis.domain.channels;

import dev.parvis.domain.workspaces.WorkspaceId;

/** What opening a channel for a call gave. */
public sealed interface Opened {
    /** @param version of the credential, so that a renewal can tell whether somebody else was faster */
    record Ready(Connection connection, long version) implements Opened {}

    /** A person must connect it again. */
    record Disconnected(String reason) implements Opened {}

    /** There is no such channel any more. */
    record Missing(WorkspaceId workspace, ChannelId channel) implements Opened {}
}
