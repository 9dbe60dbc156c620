package dev.parvis.domain.channels;

import java.util.Optional;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Where sealed credentials lie: a partition of its own per channel. */
public interface CredentialStore {
    /** {@code latest} asks for a strongly consistent read, twice the price. */
    Optional<SealedCredential> find(WorkspaceId workspace, ChannelId channel, boolean latest);

    /** Writes if the stored version is {@code sealed.version() - 1} (0: none is stored); false when it is not. */
    boolean put(WorkspaceId workspace, ChannelId channel, SealedCredential sealed);

    void delete(WorkspaceId workspace, ChannelId channel);
}
