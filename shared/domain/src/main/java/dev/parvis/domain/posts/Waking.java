package dev.parvis.domain.posts;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;

/**
 * Wakes the publisher once for all that an invocation has made due soon: a thousand rows of a file, or replies to a thousand
 * people, are one event and not a thousand functions. Thread-safe.
 */
public final class Waking {
    private final Announcer announcer;
    private final InstantSource clock;
    private final AtomicReference<Optional<Post>> soon = new AtomicReference<>(Optional.empty());

    public Waking(Announcer announcer, InstantSource clock) {
        this.announcer = announcer;
        this.clock = clock;
    }

    /** A post is due before a tick is sure to come. */
    void soon(Post post) {
        soon.compareAndSet(Optional.empty(), Optional.of(post));
    }

    /** Does the work of an invocation, and tells the bus of what it has made due soon, however it ended. */
    public <T> T after(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            soon.getAndSet(Optional.empty()).ifPresent(post -> announcer.tell(event(post)));
        }
    }

    private Event event(Post post) {
        return new Event(
                post.id() + ".due_soon." + post.version(),
                Event.Type.POST_DUE_SOON,
                post.workspace(),
                clock.instant(),
                Map.of("post", post.id().value(), "brand", post.brand().value()));
    }
}
