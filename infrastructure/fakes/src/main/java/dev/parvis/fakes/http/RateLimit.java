package dev.parvis.fakes.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A fixed window per key: so many points in so much time, then nothing until the window ends. */
public final class RateLimit {
    /** What is left after a request; {@code remaining} below zero means it is refused. */
    public record State(int limit, int remaining, Instant resetAt, Duration window) {
        public boolean refused() {
            return remaining < 0;
        }
    }

    private record Window(Instant end, int used) {}

    private final Clock clock;
    private final int limit;
    private final Duration length;
    private final Map<String, Window> windows = new HashMap<>();

    public RateLimit(Clock clock, int limit, Duration length) {
        this.clock = clock;
        this.limit = limit;
        this.length = length;
    }

    public synchronized State take(String key, int points) {
        Instant now = clock.instant();
        Window window = windows.get(key);
        if (window == null || !window.end.isAfter(now)) window = new Window(now.plus(length), 0);
        window = new Window(window.end, window.used + points);
        windows.put(key, window);
        return new State(limit, limit - window.used, window.end, length);
    }
}
