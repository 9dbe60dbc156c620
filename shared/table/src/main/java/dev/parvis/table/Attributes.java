package dev.parvis.table;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row, or a map within one, that is being put together. */
final class Attributes {
    private final Map<String, AttributeValue> values = new HashMap<>();

    static Attributes at(Key key) {
        return new Attributes().text("pk", key.pk()).text("sk", key.sk());
    }

    static Attributes of(Map<String, AttributeValue> values) {
        var copy = new Attributes();
        copy.values.putAll(values);
        return copy;
    }

    Attributes text(String name, String value) {
        return put(name, AttributeValue.fromS(value));
    }

    Attributes text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    /** Leaves out what says nothing. */
    Attributes textUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    Attributes number(String name, long value) {
        return put(name, AttributeValue.fromN(Long.toString(value)));
    }

    Attributes flag(String name, boolean value) {
        return put(name, AttributeValue.fromBool(value));
    }

    /** Milliseconds of the Unix epoch: a third of the size of text. */
    Attributes instant(String name, Instant value) {
        return number(name, value.toEpochMilli());
    }

    Attributes seconds(String name, Duration value) {
        return number(name, value.toSeconds());
    }

    Attributes bytes(String name, byte[] value) {
        return put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    }

    Attributes map(String name, Attributes value) {
        return put(name, AttributeValue.fromM(value.map()));
    }

    Attributes texts(String name, List<String> value) {
        return put(
                name,
                AttributeValue.fromL(value.stream().map(AttributeValue::fromS).toList()));
    }

    Attributes maps(String name, List<Attributes> value) {
        return put(
                name,
                AttributeValue.fromL(value.stream()
                        .map(each -> AttributeValue.fromM(each.map()))
                        .toList()));
    }

    Attributes without(String... names) {
        for (var name : names) {
            values.remove(name);
        }
        return this;
    }

    Attributes put(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }

    Map<String, AttributeValue> map() {
        return Map.copyOf(values);
    }

    /** How many bytes DynamoDB counts: names and values (developer guide, "DynamoDB item sizes and formats"). */
    int size() {
        return sizeOf(values);
    }

    static int sizeOf(Map<String, AttributeValue> map) {
        return map.entrySet().stream()
                .mapToInt(entry -> utf8(entry.getKey()) + sizeOf(entry.getValue()))
                .sum();
    }

    private static int sizeOf(AttributeValue value) {
        if (value.s() != null) {
            return utf8(value.s());
        }
        if (value.n() != null) {
            return value.n().length() / 2 + 2;
        }
        if (value.b() != null) {
            return value.b().asByteArrayUnsafe().length;
        }
        if (value.hasM()) {
            return 3 + value.m().size() + sizeOf(value.m());
        }
        if (value.hasL()) {
            return 3 + value.l().stream().mapToInt(each -> 1 + sizeOf(each)).sum();
        }
        return 1;
    }

    static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
