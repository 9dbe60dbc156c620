package dev.parvis.fakes.bluesky;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The one byte string of a record: map keys by length and then bytewise, integers shortest, links as tag 42, no floats.
 * https://atproto.com/specs/data-model
 */
final class DagCbor {
    private static final Comparator<String> KEYS =
            Comparator.<String>comparingInt(key -> utf8(key).length).thenComparing(Comparator.naturalOrder());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DagCbor() {}

    static byte[] encode(@Nullable Object value) {
        var cbor = new DagCbor();
        cbor.write(value);
        return cbor.out.toByteArray();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.write(0xf6);
            case Boolean flag -> out.write(flag ? 0xf5 : 0xf4);
            case Long number -> integer(number);
            case Integer number -> integer(number);
            case BigDecimal number -> throw XrpcError.invalid("Expected an integer (got " + number + ")");
            case String text -> bytes(3, utf8(text));
            case List<?> items -> {
                head(4, items.size());
                items.forEach(this::write);
            }
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalArgumentException("Not a JSON value: " + value.getClass());
        }
    }

    private void map(Map<?, ?> map) {
        if (map.size() == 1 && map.get("$link") instanceof String cid) {
            link(cid);
        } else if (map.size() == 1 && map.get("$bytes") instanceof String base64) {
            bytes(2, Base64.getDecoder().decode(base64));
        } else {
            head(5, map.size());
            map.keySet().stream().map(String::valueOf).sorted(KEYS).forEach(key -> {
                bytes(3, utf8(key));
                write(map.get(key));
            });
        }
    }

    private void link(String cid) {
        byte[] binary = Cid.bytes(cid);
        out.write(0xd8);
        out.write(42);
        head(2, binary.length + 1);
        out.write(0);
        out.writeBytes(binary);
    }

    private void integer(long number) {
        if (number >= 0) head(0, number);
        else head(1, -1 - number);
    }

    private void bytes(int major, byte[] bytes) {
        head(major, bytes.length);
        out.writeBytes(bytes);
    }

    private void head(int major, long value) {
        int first = major << 5;
        if (value < 24) {
            out.write(first | (int) value);
        } else if (value < 1L << 8) {
            out.write(first | 24);
            tail(value, 1);
        } else if (value < 1L << 16) {
            out.write(first | 25);
            tail(value, 2);
        } else if (value < 1L << 32) {
            out.write(first | 26);
            tail(value, 4);
        } else {
            out.write(first | 27);
            tail(value, 8);
        }
    }

    private void tail(long value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.write((int) (value >>> shift));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
