package dev.parvis.table;

import java.net.URI;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.networks.NetworkId;

/** Connected accounts. */
final class ChannelCodec implements Codec<Channel> {
    @Override
    public Key key(Channel channel) {
        return Keys.channel(channel.workspace(), channel.id());
    }

    @Override
    public Attributes encode(Channel channel) {
        return Attributes.at(key(channel))
                .text("brand", channel.brand().value())
                .text("network", channel.network().value())
                .text("server", channel.server().toString())
                .text("account", channel.account())
                .text("handle", channel.handle())
                .text("state", channel.state().name())
                .textUnlessEmpty("reason", channel.reason())
                .instant("connectedAt", channel.connectedAt())
                .number("version", channel.version());
    }

    @Override
    public Channel decode(Row row) {
        return new Channel(
                row.key().workspace(),
                new ChannelId(row.key().after(Keys.CHANNEL)),
                row.as("brand", BrandId::new),
                row.as("network", NetworkId::new),
                row.as("server", URI::create),
                row.text("account"),
                row.text("handle"),
                row.as("state", ChannelState::valueOf),
                row.textOrEmpty("reason"),
                row.instant("connectedAt"),
                row.number("version"));
    }
}
