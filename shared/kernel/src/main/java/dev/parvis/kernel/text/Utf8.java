package dev.parvis.kernel.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as UTF-8 bytes. */
public final class Utf8 {
    private Utf8() {}

    /** How many bytes the text takes. A lone surrogate counts as the three bytes of U+FFFD that stands for it. */
    public static int length(CharSequence text) {
        var bytes = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (pairAt(text, i)) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }

    /** The text of these bytes; empty when they are not valid UTF-8. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The longest beginning that takes at most so many bytes and cuts no code point. */
    public static String cut(String text, int maxBytes) {
        var bytes = 0;
        var end = 0;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            bytes += length(text.substring(end, next));
            if (bytes > maxBytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    /** The text with each lone surrogate replaced by U+FFFD, so that it has a UTF-8 form. */
    public static String wellFormed(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (pairAt(text, i)) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var fixed = new StringBuilder(text);
        for (var i = 0; i < fixed.length(); i++) {
            if (pairAt(fixed, i)) {
                i++;
            } else if (Character.isSurrogate(fixed.charAt(i))) {
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed.toString();
    }

    private static boolean pairAt(CharSequence text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
