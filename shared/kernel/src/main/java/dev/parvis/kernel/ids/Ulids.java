package dev.parvis.kernel.ids;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes ULIDs (https://github.com/ulid/spec): 26 characters of Crockford base 32, 48 bits of Unix milliseconds and 80
 * random bits. Strictly rising within one maker, also within a millisecond and when the clock steps back. Thread-safe.
 * Give it a {@code SecureRandom} wherever an id must not be guessed.
 */
public final class Ulids {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long LATEST_MILLIS = (1L << 48) - 1;
    private static final long LOW_MASK = (1L << 40) - 1;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long millis = -1;
    private long high;
    private long low;

    public Ulids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized String next() {
        var now = clock.millis();
        if (now < 0 || now > LATEST_MILLIS) {
            throw new IllegalStateException("the clock is outside the years a ULID can hold: " + now + " ms");
        }
        if (now > millis) {
            millis = now;
            high = random.nextLong() & LOW_MASK;
            low = random.nextLong() & LOW_MASK;
        } else {
            increment();
        }
        var text = new char[26];
        encode(millis, text, 0, 10);
        encode(high, text, 10, 8);
        encode(low, text, 18, 8);
        return new String(text);
    }

    /** Whether the text is a ULID in canonical form: 26 upper-case digits, the first at most 7. */
    public static boolean isUlid(String text) {
        if (text.length() != 26 || text.charAt(0) > '7') {
            return false;
        }
        for (var i = 0; i < 26; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void increment() {
        low = (low + 1) & LOW_MASK;
        if (low == 0) {
            high = (high + 1) & LOW_MASK;
            if (high == 0) {
                millis++;
            }
        }
    }

    private static void encode(long value, char[] into, int at, int digits) {
        for (var i = at + digits - 1; i >= at; i--) {
            into[i] = DIGITS.charAt((int) (value & 31));
            value >>>= 5;
        }
    }

    private static boolean isDigit(char c) {
        return DIGITS.indexOf(c) >= 0;
    }
}
