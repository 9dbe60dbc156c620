package dev.parvis.domain.posts;

import java.time.Instant;

/**
 * What a later worker needs to find a post that may have gone out. Written before the send.
 *
 * @param key the client key, the same at every try of a revision
 * @param fingerprint of the text as the network will show it
 * @param createdAt the instant the post carries where the network lets us say it
 * @param startedAt no earlier than this did the call begin
 * @param overBy when the call, whatever became of it, is surely over: the lease's end plus its longest time
 * @param trace what the network wants to remember, at most 400 characters, opaque to the engine
 * @param refusal why the network refused it, where its refusal is no proof that nothing is there; empty otherwise
 */
public record Attempt(
        String key,
        String fingerprint,
        Instant createdAt,
        Instant startedAt,
        Instant overBy,
        String trace,
        String refusal) {
    public static final int MOST_TRACE = 400;

    public Attempt {
        if (trace.length() > MOST_TRACE) {
            throw new IllegalArgumentException("a trace has at most " + MOST_TRACE + " characters");
        }
    }

    public Attempt(String key, String fingerprint, Instant createdAt, Instant startedAt, Instant overBy, String trace) {
        this(key, fingerprint, createdAt, startedAt, overBy, trace, "");
    }

    /** The call is over. */
    public Attempt over(Instant now, String refused) {
        return new Attempt(key, fingerprint, createdAt, startedAt, now, trace, refused);
    }
}
