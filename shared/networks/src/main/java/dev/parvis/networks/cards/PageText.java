package dev.parvis.networks.cards;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.kernel.text.Utf8;

/**
 * A page's bytes as text, as browsers do (https://html.spec.whatwg.org/#determining-the-character-encoding): a byte order mark
 * decides, then the header, then a {@code meta} tag among the first bytes; else it is UTF-8 if it can be, and windows-1252.
 */
final class PageText {
    private static final String CHARSET = "charset=";
    private static final int LOOKED_AT = 4096;
    private static final int LONGEST_NAME = 40;

    private PageText() {}

    static String of(byte[] bytes, String contentType) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        return named(contentType)
                .or(() -> named(new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1)))
                .map(charset -> new String(bytes, charset))
                .or(() -> Utf8.decode(bytes))
                .orElseGet(() -> new String(bytes, Charset.forName("windows-1252")));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> named(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var from = lower.indexOf(CHARSET);
        if (from < 0) {
            return Optional.empty();
        }
        var name = lower.substring(from + CHARSET.length()).stripLeading();
        name = name.startsWith("\"") || name.startsWith("'") ? name.substring(1) : name;
        var end = 0;
        while (end < Math.min(name.length(), LONGEST_NAME) && isOfName(name.charAt(end))) {
            end++;
        }
        return charset(name.substring(0, end));
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_:.".indexOf(c) >= 0;
    }

    /** What was read byte by byte to find its name has no two bytes a character; Latin-1 means windows-1252. */
    private static Optional<Charset> charset(String name) {
        try {
            return switch (name) {
                case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Optional.of(Charset.forName("windows-1252"));
                case "" -> Optional.empty();
                default ->
                    name.startsWith("utf-16") || name.startsWith("utf-32")
                            ? Optional.of(StandardCharsets.UTF_8)
                            : Optional.of(Charset.forName(name));
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
