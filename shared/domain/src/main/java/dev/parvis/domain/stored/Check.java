package dev.parvis.domain.stored;

import java.util.regex.Pattern;

/** What an id may be made of: it becomes part of a key, so it never holds the separator of keys. */
public final class Check {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Check() {}

    /** Refuses an id that could not stand in a key. */
    public static void id(String value) {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("an id is 1 to 64 letters, digits, '-' or '_'");
        }
    }
}
