package dev.parvis.functions.report.pdf;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A finished PDF.
 *
 * @param bytes the file; do not change it
 * @param pages how many it has
 * @param missingGlyphs code points that no font has, printed as boxes; for the log
 */
public record Rendered(byte[] bytes, int pages, SortedSet<Integer> missingGlyphs) {
    public Rendered {
        missingGlyphs = Collections.unmodifiableSortedSet(new TreeSet<>(missingGlyphs));
    }

    /** "U+1F680": safe to log, says nothing of the text around it. */
    public List<String> missingGlyphNames() {
        return missingGlyphs.stream().map("U+%04X"::formatted).toList();
    }
}
