package dev.parvis.functions.api.calls;

import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;

/** How people call a channel: its network and its handle; where a person posts, the handle names the network itself. */
public record ChannelNames(Networks networks) {
    /** @param channel empty when it was removed: then it is called by its network */
    public String of(NetworkId network, Optional<Channel> channel) {
        var known = networks.find(network);
        var title = known.map(Network::title).orElseGet(network::value);
        var byPerson = known.flatMap(Network::way)
                .filter(Network.Way.ByPerson.class::isInstance)
                .isPresent();
        return channel.map(Channel::handle)
                .map(handle -> byPerson ? handle : title + " " + handle)
                .orElse(title);
    }
}
