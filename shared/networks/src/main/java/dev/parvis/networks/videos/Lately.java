package dev.parvis.networks.videos;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has uploaded lately, by piece and media: a preparation that begins again, because its lease wore out or
 * the server was still at work, does not upload a film again. Lost with the process, which costs an upload. Thread-safe.
 *
 * @param <T> what the server gave for it
 */
public final class Lately<T> {
    /** Bluesky keeps what no post names for an hour at least, Mastodon for a day. */
    private static final Duration KEPT = Duration.ofMinutes(20);

    private static final int MOST = 100;

    private final InstantSource clock;
    private final Map<String, Given<T>> given = new LinkedHashMap<>();

    private record Given<T>(T what, Instant until) {}

    public Lately(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized Optional<T> find(String piece, String mediaId) {
        return Optional.ofNullable(given.get(mark(piece, mediaId)))
                .filter(there -> clock.instant().isBefore(there.until()))
                .map(Given::what);
    }

    /** Of more than a hundred the first is forgotten. */
    public synchronized T keep(String piece, String mediaId, T what) {
        given.remove(mark(piece, mediaId));
        if (given.size() >= MOST) {
            given.remove(given.keySet().iterator().next());
        }
        given.put(mark(piece, mediaId), new Given<>(what, clock.instant().plus(KEPT)));
        return what;
    }

    /** All of a piece: the server has it no more. */
    public synchronized void forget(String piece) {
        given.keySet().removeIf(mark -> mark.startsWith(piece + " "));
    }

    private static String mark(String piece, String mediaId) {
        return piece + " " + mediaId;
    }
}
