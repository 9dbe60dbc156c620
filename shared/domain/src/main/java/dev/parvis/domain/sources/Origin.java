package dev.parvis.domain.sources;

import java.net.URI;

import dev.parvis.domain.channels.ChannelId;

/** What a source polls. */
public sealed interface Origin {
    /** What a network tells a connected account: replies, mentions, quotes. */
    record Notifications(ChannelId channel) implements Origin {}

    /** A feed: RSS, Atom or JSON Feed. Moves with permanent redirects. */
    record Feed(URI url) implements Origin {}

    /** A feed whose every new entry becomes a draft of the brand, once. Moves with permanent redirects. */
    record Drafts(URI url, Drafting drafting) implements Origin {}

    /** The same, where it has moved for good; notifications stay with their channel. */
    default Origin movedTo(URI there) {
        return switch (this) {
            case Notifications notifications -> notifications;
            case Feed _ -> new Feed(there);
            case Drafts drafts -> new Drafts(there, drafts.drafting());
        };
    }
}
