package dev.parvis.domain.slots;

import java.time.Instant;
import java.util.Set;

import dev.parvis.domain.posts.PostId;

/** An instant at which posts stand on a channel. */
public record Taken(Instant at, Set<PostId> posts) {
    public Taken {
        posts = Set.copyOf(posts);
    }

    /** Whether a post other than this one stands there. */
    public boolean byOtherThan(PostId post) {
        return posts.stream().anyMatch(there -> !there.equals(post));
    }
}
