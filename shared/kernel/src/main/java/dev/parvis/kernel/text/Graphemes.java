package dev.parvis.kernel.text;

import java.util.regex.Pattern;

/** Counts what readers see as one character: Unicode extended grapheme clusters, as {@code \X} finds them. */
public final class Graphemes {
    private Graphemes() {}

    public static int count(String text) {
        return (int) Lazy.CLUSTER.matcher(text).results().count();
    }

    /** The text's first {@code max} graphemes. */
    public static String first(String text, int max) {
        var matcher = Lazy.CLUSTER.matcher(text);
        var end = 0;
        for (var i = 0; i < max && matcher.find(); i++) {
            end = matcher.end();
        }
        return text.substring(0, end);
    }

    /** Compiled at first use, so that a function that counts nothing does not pay for it. */
    private static final class Lazy {
        static final Pattern CLUSTER = Pattern.compile("\\X");
    }
}
