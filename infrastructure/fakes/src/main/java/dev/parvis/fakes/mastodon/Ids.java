package dev.parvis.fakes.mastodon;

import java.time.Clock;
import java.util.Comparator;

/** Ids as Mastodon makes them: digits that grow with time. Compared by length, then as text. */
final class Ids {
    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Clock clock;
    private long last;

    Ids(Clock clock) {
        this.clock = clock;
    }

    synchronized String next() {
        last = Math.max(last + 1, clock.millis() << 16);
        return String.valueOf(last);
    }
}
