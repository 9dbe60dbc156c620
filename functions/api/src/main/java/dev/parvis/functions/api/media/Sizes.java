package dev.parvis.functions.api.media;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Renditions;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.stored.PageRequest;

/**
 * The sizes that a brand's channels want of its images, made by themselves as soon as an image has been looked at, and again
 * when its focus moves. What there was no time for is made when somebody asks, at the latest by the publisher.
 */
public final class Sizes {
    /** None is begun later, so that whoever waits for the answer gets it; one of the largest takes a few seconds. */
    private static final Duration AHEAD = Duration.ofSeconds(4);

    private static final int MOST_CHANNELS = 100;

    private final Channels channels;
    private final Connections connections;
    private final Networks networks;
    private final Renditions renditions;
    private final InstantSource clock;

    /** Whose channels, and what their servers want. */
    public record Wants(Channels channels, Connections connections, Networks networks) {}

    public Sizes(Wants wants, Renditions renditions, InstantSource clock) {
        this.channels = wants.channels();
        this.connections = wants.connections();
        this.networks = wants.networks();
        this.renditions = renditions;
        this.clock = clock;
    }

    /** A channel, and the size that its server wants. */
    record Wanted(Connection connection, ImageSize size) {}

    /** @param network empty for all of the brand's */
    List<Wanted> wanted(Media media, Optional<String> network) {
        return channels.list(media.workspace(), PageRequest.first(MOST_CHANNELS)).items().stream()
                .filter(channel -> channel.brand().equals(media.brand()))
                .filter(channel -> channel.state() != ChannelState.DISCONNECTED)
                .filter(channel -> network.isEmpty()
                        || network.get().equals(channel.network().value()))
                .map(channel -> connections.open(media.workspace(), channel.id()))
                .filter(Opened.Ready.class::isInstance)
                .map(ready -> ((Opened.Ready) ready).connection())
                .flatMap(connection -> networks
                        .find(connection.channel().network())
                        .flatMap(Network::publishes)
                        .map(publishes -> new Wanted(connection, publishes.imageSize(connection)))
                        .stream())
                .toList();
    }

    /** Of an image that has just been looked at; a video has none. */
    public void ahead(Media media) {
        if (!media.isVideo()) {
            var until = clock.instant().plus(AHEAD);
            wanted(media, Optional.empty()).forEach(wanted -> make(media, wanted, until));
        }
    }

    /** All are other ones when the focus is another. */
    void anew(Media media) {
        if (!media.isVideo() && media.original().isPresent()) {
            renditions.forget(media);
            ahead(media);
        }
    }

    /** Unless it is there, is not needed, or it is too late to begin. */
    void make(Media media, Wanted wanted, Instant until) {
        if (Renditions.isNeeded(media, wanted.size())
                && !clock.instant().isAfter(until)
                && renditions.find(media, wanted.size()).isEmpty()) {
            renditions.keep(media, wanted.size(), wanted.connection().channel().network());
        }
    }
}
