package dev.parvis.kernel.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.kernel.time.Times;

/** The JSON form of Java's values, as {@link Json#of} promises it; see the package for why these are no pattern switches. */
final class JsonForm {
    private JsonForm() {}

    static Json of(@Nullable Object value) {
        if (value == null) {
            return Json.nil();
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof CharSequence text) {
            return new Json.Str(text.toString());
        }
        if (value instanceof Number number) {
            return new Json.Num(exact(number));
        }
        if (value instanceof Boolean truth) {
            return new Json.Bool(truth);
        }
        if (value instanceof Instant instant) {
            return new Json.Str(Times.format(instant));
        }
        if (value instanceof Enum<?> constant) {
            return new Json.Str(constant.name());
        }
        return container(value);
    }

    private static Json container(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Json::of).orElseGet(Json::absent);
        }
        if (value instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<String, Json>();
            map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
            return new Json.Obj(members);
        }
        if (value instanceof Iterable<?> many) {
            var elements = new ArrayList<Json>();
            many.forEach(element -> elements.add(of(element)));
            return new Json.Arr(elements);
        }
        throw refused(value);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof Double fraction) {
            if (!Double.isFinite(fraction)) {
                throw new IllegalArgumentException("JSON has no " + fraction);
            }
            return BigDecimal.valueOf(fraction);
        }
        throw refused(number);
    }

    private static IllegalArgumentException refused(Object value) {
        return new IllegalArgumentException(
                "no JSON form for " + value.getClass().getName());
    }
}
