package dev.parvis.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A sender's name beside an address, as SES wants it: what is not ASCII as encoded words (RFC 2047 §2, each of 75
 * characters at most), the rest as a quoted string (RFC 5322 §3.2.4).
 */
final class Sender {
    /** As many bytes of UTF-8 as fit an encoded word in base64. */
    private static final int BYTES_OF_A_WORD = 42;

    /** Longer names are cut: a header's line has 998 characters at most. */
    private static final int LONGEST = 120;

    private Sender() {}

    /** @param address which keeps its own name, if it has one, when there is none to put there */
    static String of(String name, String address) {
        var clean = name.replaceAll("[\\s\\p{Cntrl}\"\\\\<>]+", " ").strip();
        if (clean.isEmpty()) {
            return address;
        }
        var shown = clean.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return (isAscii(shown) ? "\"" + shown + "\"" : words(shown)) + " <" + bare(address) + ">";
    }

    private static String bare(String address) {
        var open = address.lastIndexOf('<');
        return open < 0 ? address : address.substring(open + 1, address.lastIndexOf('>'));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** No character is torn between two words; white space between words is none to the reader. */
    private static String words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(point -> {
            var next = Character.toString(point);
            if (bytes(word + next).length > BYTES_OF_A_WORD) {
                words.add(encoded(word.toString()));
                word.setLength(0);
            }
            word.append(next);
        });
        words.add(encoded(word.toString()));
        return String.join(" ", List.copyOf(words));
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
