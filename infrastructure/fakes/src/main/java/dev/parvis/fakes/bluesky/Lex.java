package dev.parvis.fakes.bluesky;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What any record may hold: JSON without fractions. https://atproto.com/specs/data-model */
final class Lex {
    private Lex() {}

    static void check(@Nullable Object value, String at) {
        switch (value) {
            case BigDecimal number ->
                throw XrpcError.invalid("Expected one of null, boolean, integer, string, cid, bytes, array or object"
                        + " value type (got " + number + ") at " + at);
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) check(items.get(i), at + "[" + i + "]");
            }
            case Map<?, ?> map -> map.forEach((name, member) -> check(member, at + "." + name));
            case null, default -> {}
        }
    }
}
