package dev.parvis.fakes.bluesky;

import java.time.Instant;
import java.util.regex.Pattern;

/** Record keys made of time. https://atproto.com/specs/tid */
final class Tid {
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");

    private long last;

    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    static String of(long micros, int clockId) {
        long value = micros << 10 | clockId;
        var text = new StringBuilder();
        for (int shift = 60; shift >= 0; shift -= 5) text.append(ALPHABET.charAt((int) (value >>> shift & 31)));
        return text.toString();
    }

    /** One that is larger than all before it. */
    synchronized String next(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        last = Math.max(last + 1, micros);
        return of(last, 0);
    }
}
