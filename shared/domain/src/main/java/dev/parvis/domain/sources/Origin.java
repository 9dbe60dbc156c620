package dev.parvis.domain.sources;

import java.net.URI;

import dev.parvis.domain.channels.ChannelId;

/** What a source polls. */
public sealed interface Origin {
    /** What a network tells a connected account: replies, mentions, quotes. */
    record Notifications(ChannelId channel) implements Origin {}

    /** A feed: RSS, Atom or JSON Feed. Moves with permanent redirects. */
    record Feed(URI url) implements Origin {}
}
