package dev.parvis.fakes.mastodon;

import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;

/** Ids that grow with time: digits as Mastodon makes them, or hex as snac2 does. Compared by length, then as text. */
final class Ids {
    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Clock clock;
    private final boolean hex;
    private long last;

    Ids(Clock clock, boolean hex) {
        this.clock = clock;
        this.hex = hex;
    }

    synchronized String next() {
        last = Math.max(last + 1, clock.millis() << 16);
        return hex ? last + HexFormat.of().toHexDigits(last * 0x9E3779B97F4A7C15L) : String.valueOf(last);
    }
}
