package dev.parvis.kernel.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Lines of RFC 5545: CRLF, folded at 75 octets without parting a character, texts escaped (§3.3.11), instants in UTC
 * (§3.3.5, form 2), control characters left out.
 */
public final class Ical {
    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder();

    /** A property whose value is written as it stands: a keyword, a number, a duration, a URI. */
    public Ical raw(String name, String value) {
        fold(name + ":" + visible(value));
        return this;
    }

    /** A property whose value is text. */
    public Ical text(String name, String value) {
        var escaped = value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\n", "\\n");
        fold(name + ":" + visible(escaped));
        return this;
    }

    public Ical instant(String name, Instant value) {
        return raw(name, UTC.format(value));
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private static String visible(String value) {
        var kept = new StringBuilder(value.length());
        Utf8.wellFormed(value)
                .codePoints()
                .filter(c -> c == '\t' || !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private void fold(String line) {
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var end = line.offsetByCodePoints(at, 1);
            var size = Utf8.length(line.substring(at, end));
            if (octets + size > MOST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(line, at, end);
            octets += size;
            at = end;
        }
        lines.append("\r\n");
    }
}
