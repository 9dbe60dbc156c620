package dev.parvis.networks.feeds;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as text. A byte order mark decides; then the charset of the HTTP header; then the XML declaration; then it is
 * UTF-8. A name that Java does not know counts as not given; bytes that do not fit are replaced.
 */
final class Decoding {
    private static final int DECLARATION = 200;

    private Decoding() {}

    static String text(byte[] bytes, String contentType) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        var charset = parameter(contentType)
                .or(() -> declared(bytes))
                .filter(found -> fits(found, bytes))
                .orElse(StandardCharsets.UTF_8);
        return new String(bytes, charset);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code text/xml; charset="iso-8859-1"}. */
    private static Optional<Charset> parameter(String contentType) {
        var lower = contentType.toLowerCase(Locale.ROOT);
        var at = lower.indexOf("charset=");
        return at < 0 ? Optional.empty() : named(upTo(lower, at + "charset=".length(), ";, "));
    }

    private static Optional<Charset> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        var end = head.indexOf("?>");
        var at = head.indexOf("encoding");
        if (!head.stripLeading().startsWith("<?xml") || at < 0 || at > end) {
            return Optional.empty();
        }
        var from = head.indexOf('=', at) + 1;
        return from > 0 && from < end ? named(upTo(head, from, "?")) : Optional.empty();
    }

    private static String upTo(String text, int from, String stops) {
        var value = text.substring(from).strip();
        if (!value.isEmpty() && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            var close = value.indexOf(value.charAt(0), 1);
            return close < 0 ? "" : value.substring(1, close);
        }
        var end = 0;
        while (end < value.length() && stops.indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Without a mark, what claims two bytes a character and begins with an ASCII one is mistaken about itself. */
    private static boolean fits(Charset charset, byte[] bytes) {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32")
                || bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    }
}
