package dev.parvis.checks.permissions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a role allows, as IAM decides it: one denial is enough, then one allowance is needed
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html). Of conditions it knows the
 * one that the template uses; any other is an error.
 */
public record Role(List<Map<String, Object>> statements) {
    private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
    private static final String ANY_LIKE = "ForAnyValue:StringLike";

    /** One action on one resource pattern that a role allows. */
    public record Grant(String action, String resource) {
        public boolean covers(Permission permission) {
            return like(action, permission.action()) && like(resource, permission.resource());
        }
    }

    public boolean allows(Permission permission) {
        return matching("Deny", permission).findAny().isEmpty()
                && matching("Allow", permission).findAny().isPresent();
    }

    /** Everything that is allowed, one by one. */
    public List<Grant> grants() {
        return statements.stream()
                .filter(statement -> "Allow".equals(statement.get("Effect")))
                .flatMap(statement -> texts(statement.get("Action")).stream()
                        .flatMap(action ->
                                texts(statement.get("Resource")).stream().map(resource -> new Grant(action, resource))))
                .toList();
    }

    private Stream<Map<String, Object>> matching(String effect, Permission permission) {
        return statements.stream()
                .filter(statement -> effect.equals(statement.get("Effect")))
                .filter(statement -> anyLike(statement.get("Action"), permission.action()))
                .filter(statement -> anyLike(statement.get("Resource"), permission.resource()))
                .filter(statement -> holds(statement.get("Condition"), permission));
    }

    private static boolean holds(@org.jspecify.annotations.Nullable Object condition, Permission permission) {
        if (condition == null) {
            return true;
        }
        if (condition instanceof Map<?, ?> operators
                && operators.size() == 1
                && operators.get(ANY_LIKE) instanceof Map<?, ?> keys
                && keys.size() == 1
                && keys.containsKey(LEADING_KEYS)) {
            return permission.leadingKeys().stream().anyMatch(key -> anyLike(keys.get(LEADING_KEYS), key));
        }
        throw new AssertionError("this simulation does not know the condition " + condition);
    }

    private static boolean anyLike(@org.jspecify.annotations.Nullable Object patterns, String text) {
        return texts(patterns).stream().anyMatch(pattern -> like(pattern, text));
    }

    /** {@code *} is any text and {@code ?} any character. */
    private static boolean like(String pattern, String text) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object node) {
        return node instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(node));
    }
}
