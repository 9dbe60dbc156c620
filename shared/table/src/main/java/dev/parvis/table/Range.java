package dev.parvis.table;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows of one partition, of the table or of an index, between two sort keys. A page's cursor holds the position only:
 * the partition is always the caller's, so that a forged cursor reaches no other.
 */
record Range(
        @Nullable String index,
        String pkName,
        String skName,
        String partition,
        String from,
        String to,
        boolean newestFirst,
        boolean strong) {
    /** The last code point there is: keys sort by their UTF-8 bytes. */
    private static final String LAST = "\udbff\udfff";

    private static final String SK = "sk";

    /** Rows of a partition of the table whose sort key starts so. */
    static Range of(String pk, String start) {
        return new Range(null, "pk", SK, pk, start, start + LAST, false, false);
    }

    /** All rows of a partition of an index, whose keys are {@code <keys>Pk} and {@code <keys>Sk}. */
    static Range index(String name, String keys, String partition) {
        return new Range(name, keys + "Pk", keys + "Sk", partition, "", LAST, false, false);
    }

    /** All rows of a partition of an index whose keys are {@code <keys>Pk} and the sort key that rows have anyway. */
    static Range inOrder(String name, String keys, String partition) {
        return new Range(name, keys + "Pk", SK, partition, "", LAST, false, false);
    }

    Range between(String first, String last) {
        return new Range(index, pkName, skName, partition, first, last, newestFirst, strong);
    }

    Range backwards() {
        return new Range(index, pkName, skName, partition, from, to, true, strong);
    }

    Range latest() {
        return new Range(index, pkName, skName, partition, from, to, newestFirst, true);
    }

    /** DynamoDB refuses bounds that are the wrong way round. */
    boolean isEmpty() {
        return from.compareTo(to) > 0;
    }

    Expression condition() {
        var bounds = from.isEmpty() ? "#" + skName + " <= :to" : "#" + skName + " BETWEEN :from AND :to";
        var condition = Expression.of("#" + pkName + " = :partition AND " + bounds)
                .with("partition", partition)
                .with("to", to);
        return from.isEmpty() ? condition : condition.with("from", from);
    }

    /** Where the page after this row starts. */
    String cursor(Row row) {
        var position = index == null
                ? row.key().sk()
                : row.text(skName) + '\n' + row.key().pk() + '\n' + row.key().sk();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, AttributeValue> start(String cursor) {
        var parts = decoded(cursor).split("\n", -1);
        if (parts.length != (index == null ? 1 : 3)) {
            throw new IllegalArgumentException("this is not where a page of this list starts");
        }
        if (index == null) {
            return new Key(partition, parts[0]).map();
        }
        var start = new HashMap<>(new Key(parts[1], parts[2]).map());
        start.put(pkName, AttributeValue.fromS(partition));
        start.put(skName, AttributeValue.fromS(parts[0]));
        return start;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("this is not where a page of this list starts", notBase64);
        }
    }
}
