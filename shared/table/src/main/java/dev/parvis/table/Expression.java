package dev.parvis.table;

import java.util.HashMap;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An expression of DynamoDB with its values. Attributes are written {@code #name}: many plain words are reserved.
 * Values are written {@code :name}.
 */
record Expression(String text, Map<String, AttributeValue> values) {
    static final Expression NONE = new Expression("", Map.of());
    static final Expression NEW = of("attribute_not_exists(#pk)");
    static final Expression THERE = of("attribute_exists(#pk)");

    static Expression of(String text) {
        return new Expression(text, Map.of());
    }

    static Expression version(long version) {
        return of("#version = :seenVersion").with("seenVersion", version);
    }

    Expression with(String name, AttributeValue value) {
        var more = new HashMap<>(values);
        more.put(":" + name, value);
        return new Expression(text, Map.copyOf(more));
    }

    Expression with(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    Expression with(String name, long value) {
        return with(name, AttributeValue.fromN(Long.toString(value)));
    }

    Expression and(Expression other) {
        return isNone() ? other : new Expression(text + " AND " + other.text, merged(values, other.values));
    }

    boolean isNone() {
        return text.isEmpty();
    }

    /** What each {@code #name} of these expressions stands for. */
    static Map<String, String> names(Expression... expressions) {
        var names = new HashMap<String, String>();
        for (var expression : expressions) {
            collect(expression.text, names);
        }
        return names;
    }

    private static void collect(String text, Map<String, String> into) {
        for (var at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            var end = at + 1;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            into.put(text.substring(at, end), text.substring(at + 1, end));
        }
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static Map<String, AttributeValue> values(Expression... expressions) {
        var values = new HashMap<String, AttributeValue>();
        for (var expression : expressions) {
            values.putAll(expression.values);
        }
        return values;
    }

    private static Map<String, AttributeValue> merged(Map<String, AttributeValue> a, Map<String, AttributeValue> b) {
        var both = new HashMap<>(a);
        both.putAll(b);
        return Map.copyOf(both);
    }
}
