package dev.parvis.kernel.http.in;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.parvis.kernel.text.Utf8;

/** Percent-decoding that refuses what a lenient decoder would guess: cut escapes, bad digits, bytes that are no UTF-8. */
final class Percent {
    private Percent() {}

    static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        var in = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(in.length);
        for (var i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.write(in[i]);
            } else if (i + 2 < in.length && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
                out.write(hex(in[i + 1]) << 4 | hex(in[i + 2]));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return Utf8.decode(out.toByteArray());
    }

    private static int hex(byte digit) {
        return Character.digit((char) digit, 16);
    }
}
