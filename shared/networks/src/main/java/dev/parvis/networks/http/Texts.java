package dev.parvis.networks.http;

import dev.parvis.kernel.text.Graphemes;

/** What others wrote, made fit to be shown. */
public final class Texts {
    private Texts() {}

    /** One line without control characters, at most {@code most} graphemes; a cut shows as an ellipsis. */
    public static String line(String text, int most) {
        var bounded = text.length() > most * 20 ? text.substring(0, most * 20) : text;
        var line = bounded.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
        var cut = Graphemes.first(line, most);
        return cut.length() < line.length() ? cut + "…" : line;
    }
}
