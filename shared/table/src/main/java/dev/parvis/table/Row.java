package dev.parvis.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row that was read. Each getter gives what stands there or throws {@link BrokenRow}. */
final class Row {
    private final Key key;
    private final String path;
    private final Map<String, AttributeValue> attributes;

    private Row(Key key, String path, Map<String, AttributeValue> attributes) {
        this.key = key;
        this.path = path;
        this.attributes = attributes;
    }

    static Row of(Map<String, AttributeValue> attributes) {
        var pk = attributes.get("pk");
        var sk = attributes.get("sk");
        if (pk == null || sk == null) {
            throw new IllegalStateException("a row without its key");
        }
        return new Row(new Key(pk.s(), sk.s()), "", attributes);
    }

    /** Nothing when the table answered with no attributes. */
    static Optional<Row> ofAnswer(@Nullable Map<String, AttributeValue> attributes) {
        return attributes == null || attributes.isEmpty() ? Optional.empty() : Optional.of(of(attributes));
    }

    Key key() {
        return key;
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return need(name, get(name).s());
    }

    Optional<String> textIf(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** The text, or nothing said. */
    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    long number(String name) {
        return as(name, Long::parseLong, need(name, get(name).n()));
    }

    long numberOr(String name, long otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    int count(String name) {
        return as(name, Integer::parseInt, need(name, get(name).n()));
    }

    boolean flag(String name) {
        return need(name, get(name).bool());
    }

    boolean flagged(String name) {
        return has(name) && flag(name);
    }

    byte[] bytes(String name) {
        return need(name, get(name).b()).asByteArray();
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    <T> T as(String name, Function<String, T> parse) {
        return as(name, parse, text(name));
    }

    Row map(String name) {
        return inside(name, get(name));
    }

    Optional<Row> mapIf(String name) {
        return has(name) ? Optional.of(map(name)) : Optional.empty();
    }

    List<Row> maps(String name) {
        return list(name).stream().map(value -> inside(name, value)).toList();
    }

    List<String> texts(String name) {
        return list(name).stream().map(value -> need(name, value.s())).toList();
    }

    /** All texts of this map, by name. */
    Map<String, String> allTexts() {
        var texts = new LinkedHashMap<String, String>();
        attributes.forEach((name, value) -> texts.put(name, need(name, value.s())));
        return texts;
    }

    BrokenRow broken(String name) {
        return new BrokenRow(key, path + name);
    }

    private List<AttributeValue> list(String name) {
        var value = get(name);
        if (!value.hasL()) {
            throw broken(name);
        }
        return value.l();
    }

    private Row inside(String name, AttributeValue value) {
        if (!value.hasM()) {
            throw broken(name);
        }
        return new Row(key, path + name + ".", value.m());
    }

    private AttributeValue get(String name) {
        return need(name, attributes.get(name));
    }

    private <T> T need(String name, @Nullable T value) {
        if (value == null) {
            throw broken(name);
        }
        return value;
    }

    /** A part of an attribute. */
    <T> T as(String name, Function<String, T> parse, String value) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // Not the cause: its message repeats the value.
            throw broken(name);
        }
    }
}
