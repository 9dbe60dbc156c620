package dev.parvis.domain.channels;

import java.util.Optional;

import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The channels of a workspace. */
public interface Channels {
    /** Refused when this workspace has this account of this network connected already. */
    Change<Channel> create(Channel channel);

    Optional<Channel> find(WorkspaceId workspace, ChannelId id);

    Page<Channel> list(WorkspaceId workspace, PageRequest page);

    /** Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}. */
    Change<Channel> change(Channel changed);

    /** Removes the channel, its account's uniqueness row, its token and its rows on the agenda. */
    Change<Channel> delete(WorkspaceId workspace, ChannelId id, long version);

    /** The channel that this workspace has for an account of a network. */
    Optional<Channel> byAccount(WorkspaceId workspace, NetworkId network, String account);
}
