package dev.parvis.domain.channels;

import java.util.Optional;
import java.util.function.BiPredicate;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Channels in memory. */
public final class InMemoryChannels implements Channels {
    private final InMemoryRows<Channel> rows = new InMemoryRows<>(
            channel -> key(channel.workspace(), channel.id()),
            Channel::version,
            (c, version) -> new Channel(
                    c.workspace(),
                    c.id(),
                    c.brand(),
                    c.network(),
                    c.server(),
                    c.account(),
                    c.handle(),
                    c.state(),
                    c.reason(),
                    c.connectedAt(),
                    version));
    private final InMemoryAgenda agenda;
    private final CredentialStore credentials;
    private final BiPredicate<WorkspaceId, BrandId> brandExists;

    public InMemoryChannels(
            InMemoryAgenda agenda, CredentialStore credentials, BiPredicate<WorkspaceId, BrandId> brandExists) {
        this.agenda = agenda;
        this.credentials = credentials;
        this.brandExists = brandExists;
    }

    @Override
    public synchronized Change<Channel> create(Channel channel) {
        if (find(channel.workspace(), channel.id()).isEmpty()
                && byAccount(channel.workspace(), channel.network(), channel.account())
                        .isPresent()) {
            return new Change.Refused<>("this account is connected in this workspace already");
        }
        return brandExists.test(channel.workspace(), channel.brand())
                ? rows.create(channel)
                : new Change.Refused<>("there is no such brand");
    }

    @Override
    public Optional<Channel> find(WorkspaceId workspace, ChannelId id) {
        return rows.find(key(workspace, id));
    }

    @Override
    public Page<Channel> list(WorkspaceId workspace, PageRequest page) {
        return Slices.of(rows.all(channel -> channel.workspace().equals(workspace)), page);
    }

    @Override
    public synchronized Change<Channel> change(Channel changed) {
        var there = find(changed.workspace(), changed.id());
        var moved = there.filter(found -> found.version() == changed.version())
                .filter(found -> !found.account().equals(changed.account())
                        || !found.network().equals(changed.network())
                        || !found.brand().equals(changed.brand()));
        return moved.isPresent()
                ? new Change.Refused<>("a channel's account and brand never change")
                : rows.change(changed);
    }

    @Override
    public synchronized Change<Channel> delete(WorkspaceId workspace, ChannelId id, long version) {
        var deleted = rows.delete(key(workspace, id), version);
        if (deleted instanceof Change.Done) {
            credentials.delete(workspace, id);
            agenda.remove(Kind.SOURCE, workspace, id.value());
            agenda.remove(Kind.SNAPSHOT, workspace, id.value());
            agenda.remove(Kind.REFRESH, workspace, id.value());
        }
        return deleted;
    }

    @Override
    public Optional<Channel> byAccount(WorkspaceId workspace, NetworkId network, String account) {
        return rows
                .all(channel -> channel.workspace().equals(workspace)
                        && channel.network().equals(network)
                        && channel.account().equals(account))
                .stream()
                .findFirst();
    }

    /** Whether a brand has a channel. */
    public boolean any(WorkspaceId workspace, BrandId brand) {
        return !rows.all(channel ->
                        channel.workspace().equals(workspace) && channel.brand().equals(brand))
                .isEmpty();
    }

    private static String key(WorkspaceId workspace, ChannelId id) {
        return workspace + "#" + id;
    }
}
