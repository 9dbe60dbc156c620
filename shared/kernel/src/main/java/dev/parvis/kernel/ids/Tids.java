package dev.parvis.kernel.ids;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * Makes AT Protocol timestamp identifiers (https://atproto.com/specs/tid): 13 characters of sortable base 32, 53 bits
 * of Unix microseconds and 10 bits that tell makers apart. Strictly rising within one maker. Thread-safe.
 */
public final class Tids {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final long LATEST_MICROS = (1L << 53) - 1;
    private static final int CLOCK_IDS = 1024;

    private final InstantSource clock;
    private final int clockId;
    private long last = -1;

    /** A maker with a clock id drawn by chance, so that two processes in one microsecond still differ. */
    public Tids(InstantSource clock, RandomGenerator random) {
        this(clock, random.nextInt(CLOCK_IDS));
    }

    Tids(InstantSource clock, int clockId) {
        this.clock = clock;
        this.clockId = clockId;
    }

    public synchronized String next() {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        last = Math.max(now, last + 1);
        return encode(last, clockId);
    }

    /** The TID of a moment in Unix microseconds and a clock id of 0 to 1023. */
    public static String encode(long micros, int clockId) {
        if (micros < 0 || micros > LATEST_MICROS || clockId < 0 || clockId >= CLOCK_IDS) {
            throw new IllegalArgumentException("outside what a TID can hold: " + micros + " µs, clock " + clockId);
        }
        var bits = micros << 10 | clockId;
        var text = new char[13];
        for (var i = 12; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return new String(text);
    }

    /** Whether the text has the form of a TID: 13 digits, the first of which leaves the top bit clear. */
    public static boolean isTid(String text) {
        if (text.length() != 13 || DIGITS.indexOf(text.charAt(0)) >= 16) {
            return false;
        }
        return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /** Unix microseconds in a TID; anything else is refused with {@link IllegalArgumentException}. */
    public static long micros(String tid) {
        return bits(tid) >>> 10;
    }

    /** The clock id in a TID. */
    public static int clockId(String tid) {
        return (int) (bits(tid) & (CLOCK_IDS - 1));
    }

    private static long bits(String tid) {
        if (!isTid(tid)) {
            throw new IllegalArgumentException("not a TID");
        }
        var bits = 0L;
        for (var i = 0; i < 13; i++) {
            bits = bits << 5 | DIGITS.indexOf(tid.charAt(i));
        }
        return bits;
    }
}
