package dev.parvis.domain.replies;

import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Whom rules have replied to, each forgotten {@link Regular#KEPT} after the last time. */
public interface Regulars {
    /** Strongly consistent. */
    Optional<Regular> find(WorkspaceId workspace, ChannelId channel, String author);

    /**
     * Writes it with its version raised, if the stored version is {@code regular.version()}: 0 when there must be none. One
     * conditional write, so that of two replies at once to the same person one is never made.
     */
    Change<Regular> write(Regular regular);
}
