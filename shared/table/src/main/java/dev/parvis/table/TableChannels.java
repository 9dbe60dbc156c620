package dev.parvis.table;

import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Channels. A row per account keeps it single in its workspace; a count per brand keeps a brand with channels. */
final class TableChannels implements Channels {
    private static final int CHANNEL = 0;
    private static final int ACCOUNT = 1;

    private final Rows rows;
    private final ChannelCodec codec = new ChannelCodec();
    private final Versioned<Channel> channels;

    TableChannels(Rows rows) {
        this.rows = rows;
        this.channels = new Versioned<>(rows, codec);
    }

    @Override
    public Change<Channel> create(Channel channel) {
        var workspace = channel.workspace();
        var account = Attributes.at(Keys.account(workspace, channel.network(), channel.account()))
                .text("channel", channel.id().value());
        var outcome = rows.transaction()
                .put(codec.encode(channel).text(Rows.MARK, rows.mark()), Expression.NEW)
                .put(account, Expression.NEW)
                .check(Keys.brand(workspace, channel.brand()), Expression.THERE)
                .count(Keys.channelCount(workspace, channel.brand()), 1)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(channel);
            case Outcome.Cancelled cancelled when cancelled.at(CHANNEL) -> channels.lost(cancelled.there(CHANNEL));
            case Outcome.Cancelled cancelled
            when cancelled.at(ACCOUNT) -> new Change.Refused<>("this account is connected in this workspace already");
            case Outcome.Cancelled cancelled -> new Change.Refused<>("there is no such brand");
        };
    }

    @Override
    public Optional<Channel> find(WorkspaceId workspace, ChannelId id) {
        return channels.find(Keys.channel(workspace, id));
    }

    @Override
    public Page<Channel> list(WorkspaceId workspace, PageRequest page) {
        var found = rows.page(Range.of(Keys.tenant(workspace), Keys.CHANNEL), page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    /** Account and brand stay what they were: a channel of another account is another channel. */
    @Override
    public Change<Channel> change(Channel changed) {
        var same = Expression.of("#network = :network AND #account = :account AND #brand = :brand")
                .with("network", changed.network().value())
                .with("account", changed.account())
                .with("brand", changed.brand().value());
        var version = changed.version();
        return switch (rows.put(
                channels.raised(changed, version), Expression.version(version).and(same))) {
            case Wrote.Done(Row row) -> new Change.Done<>(codec.decode(row));
            case Wrote.Lost lost
            when lost.there().filter(row -> row.number("version") == version).isPresent() ->
                new Change.Refused<>("a channel's account and brand never change");
            case Wrote.Lost lost -> channels.lost(lost);
        };
    }

    @Override
    public Change<Channel> delete(WorkspaceId workspace, ChannelId id, long version) {
        var row = rows.latest(Keys.channel(workspace, id));
        if (row.isEmpty()) {
            return new Change.Missing<>();
        }
        var channel = codec.decode(row.get());
        var outcome = rows.transaction()
                .delete(row.get().key(), Expression.version(version))
                .delete(Keys.account(workspace, channel.network(), channel.account()))
                .count(Keys.channelCount(workspace, channel.brand()), -1)
                .delete(Keys.token(workspace, id.value()))
                .delete(Keys.inWorkspace(workspace, Keys.SOURCE, id.value()))
                .delete(Keys.cursor(workspace, id.value()))
                .delete(Keys.inWorkspace(workspace, Keys.MEASURE, id.value()))
                .delete(Keys.inWorkspace(workspace, Keys.REFRESH, id.value()))
                .delete(Keys.slots(workspace, id))
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(channel);
            case Outcome.Cancelled cancelled -> channels.lost(cancelled.there(CHANNEL));
        };
    }

    @Override
    public Optional<Channel> byAccount(WorkspaceId workspace, NetworkId network, String account) {
        return rows.find(Keys.account(workspace, network, account))
                .flatMap(row -> find(workspace, row.as("channel", ChannelId::new)));
    }
}
