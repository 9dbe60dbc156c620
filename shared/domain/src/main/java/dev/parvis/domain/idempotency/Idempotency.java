package dev.parvis.domain.idempotency;

import java.time.Instant;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Remembers what was answered under a key, for 24 hours. */
public interface Idempotency {
    /** @param scope who and what: the caller and the route */
    record Key(WorkspaceId workspace, String scope, String key, String requestHash) {}

    /**
     * Takes the key. A taking that is never completed can be taken over after a minute: whoever does so must find
     * what the first made, so ids are derived from the key.
     */
    Taken take(Key key, Instant now);

    /** Remembers the answer. */
    void complete(Key key, int status, String body, String location);

    /** Gives the key back: nothing was done under it. */
    void release(Key key);

    /** What taking a key gave. */
    sealed interface Taken {
        /** {@code id} is what to create under: the same for every taker of this key. */
        record Fresh(String id) implements Taken {}

        record Answered(int status, String body, String location) implements Taken {}

        /** Another request under this key is at work. */
        record Busy() implements Taken {}

        /** The key was used for another request. */
        record Mismatch() implements Taken {}
    }
}
