package dev.parvis.fakes.bluesky;

import java.util.List;
import java.util.Optional;

/** A page by the order of arrival, newest first: {@code cursor} is opaque and absent on the last page. */
record Page(List<StoredRecord> records, Optional<String> cursor) {
    static Page of(List<StoredRecord> newestFirst, String cursor, int limit) {
        long below = below(cursor);
        List<StoredRecord> rest =
                newestFirst.stream().filter(record -> record.order() < below).toList();
        List<StoredRecord> page = rest.stream().limit(limit).toList();
        return new Page(
                page, rest.size() > limit ? Optional.of(cursor(page.getLast().order())) : Optional.empty());
    }

    static long below(String cursor) {
        if (cursor.isEmpty()) return Long.MAX_VALUE;
        if (!cursor.matches("o[0-9]{1,18}")) throw XrpcError.invalid("Malformed cursor");
        return Long.parseLong(cursor.substring(1));
    }

    static String cursor(long order) {
        return "o" + order;
    }
}
