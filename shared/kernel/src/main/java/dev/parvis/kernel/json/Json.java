package dev.parvis.kernel.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.kernel.time.Times;

/**
 * A JSON value. Members keep their order; the text is the same each time. {@link Absent} is what a walk through a tree
 * answers when there is nothing there: it is never read and, put into an object or array, is left out.
 */
public sealed interface Json {
    /** 8 MiB: above the largest event that Lambda hands over. */
    int DEFAULT_MAX_BYTES = 8 << 20;

    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            var kept = new LinkedHashMap<String, Json>();
            members.forEach((name, value) -> {
                if (!(value instanceof Absent)) {
                    kept.put(name, value);
                }
            });
            members = Collections.unmodifiableMap(kept);
        }

        /** This object with a member set or, given an absent value, taken out. */
        public Obj with(String name, @Nullable Object value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, Json.of(value));
            return new Obj(changed);
        }

        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    record Arr(List<Json> elements) implements Json {
        public Arr {
            elements = elements.stream().filter(e -> !(e instanceof Absent)).toList();
        }

        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    record Str(String value) implements Json {
        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    /** Exact. {@code 1} and {@code 1.0} are different values here, as they are different texts. */
    record Num(BigDecimal value) implements Json {
        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    record Null() implements Json {
        @Override
        public String toString() {
            return "null";
        }
    }

    record Absent() implements Json {
        @Override
        public String toString() {
            return "";
        }
    }

    static Json absent() {
        return new Absent();
    }

    /** JSON's null. */
    static Json nil() {
        return new Null();
    }

    /** Strict: one value, valid UTF-8, no duplicate member, depth at most 64, {@link #DEFAULT_MAX_BYTES}. */
    static Json parse(byte[] bytes) {
        return JsonReader.read(bytes, DEFAULT_MAX_BYTES);
    }

    /** The same, for what its writer will see again: half of a surrogate pair is malformed, not replaced by U+FFFD. */
    static Json parseUnaltered(byte[] bytes) {
        return JsonReader.readUnaltered(bytes, DEFAULT_MAX_BYTES);
    }

    static Json parse(byte[] bytes, int maxBytes) {
        return JsonReader.read(bytes, maxBytes);
    }

    static Json parse(String text) {
        return JsonReader.read(text, DEFAULT_MAX_BYTES);
    }

    /** {@code Json.obj("name", value, "name", value, …)}; values as {@link #of} takes them. */
    static Obj obj(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values must come in pairs");
        }
        var members = new LinkedHashMap<String, Json>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var name = String.valueOf(namesAndValues[i]);
            if (members.put(name, of(namesAndValues[i + 1])) != null) {
                throw new IllegalArgumentException("duplicate member " + name);
            }
        }
        return new Obj(members);
    }

    static Arr arr(@Nullable Object... elements) {
        var list = new ArrayList<Json>();
        for (var element : elements) {
            list.add(of(element));
        }
        return new Arr(list);
    }

    /**
     * Json as it is; text, whole numbers, finite decimals, truth values, instants (as {@link Times} writes them), enums
     * (by name), optionals (empty is absent), lists and maps of these; {@code null} is JSON's null. All else is refused.
     */
    static Json of(@Nullable Object value) {
        return JsonForm.of(value);
    }

    /** Walks down: text names a member, a whole number an element. Answers {@link Absent} when there is nothing. */
    default Json at(Object... path) {
        var here = this;
        for (var step : path) {
            here = here.step(step);
        }
        return here;
    }

    private Json step(Object step) {
        if (step instanceof String name && this instanceof Obj(var members)) {
            return members.getOrDefault(name, absent());
        }
        if (step instanceof Integer i && this instanceof Arr(var elements) && i >= 0 && i < elements.size()) {
            return elements.get(i);
        }
        return absent();
    }

    /** The text, when this is text. */
    default Optional<String> text() {
        return this instanceof Str(var value) ? Optional.of(value) : Optional.empty();
    }

    default String textOr(String otherwise) {
        return text().orElse(otherwise);
    }

    /** The number, when this is a whole number that a long holds ({@code 1.0} and {@code 1e3} are whole). */
    default Optional<Long> whole() {
        if (!(this instanceof Num(var value))) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    default Optional<BigDecimal> number() {
        return this instanceof Num(var value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Boolean> truth() {
        return this instanceof Bool(var value) ? Optional.of(value) : Optional.empty();
    }

    /** The instant, when this is text in ISO 8601 with a zone offset. */
    default Optional<Instant> instant() {
        return text().flatMap(Times::tryParse);
    }

    /** The elements, when this is an array; else none. */
    default List<Json> items() {
        return this instanceof Arr(var elements) ? elements : List.of();
    }

    /** The members, when this is an object; else none. */
    default Map<String, Json> fields() {
        return this instanceof Obj(var members) ? members : Map.of();
    }

    default Optional<Obj> object() {
        return this instanceof Obj object ? Optional.of(object) : Optional.empty();
    }

    /** Whether there is nothing, or JSON's null. */
    default boolean isMissing() {
        return this instanceof Absent || this instanceof Null;
    }

    /** UTF-8, without white space, members in their order. */
    default byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
