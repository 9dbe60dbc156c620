package dev.parvis.domain.metrics;

import dev.parvis.domain.posts.PostId;

/** What a figure is of. */
public sealed interface Subject {
    /** The account itself. */
    record Account() implements Subject {}

    /** One of our posts on the channel, by the id its network gave it. */
    record Published(PostId post, String nativeId) implements Subject {}
}
