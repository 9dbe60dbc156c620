package dev.parvis.fakes.bluesky;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a list that is sorted newest first. The cursor is the place of its last item, absent on the last page. (The
 * real AppView's cursor holds the time only and can lose items of the same millisecond at a border; this one does not.)
 */
record Page<T>(List<T> items, Optional<String> cursor) {
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15})::([0-9]{1,15})");

    static <T> Page<T> of(List<T> newestFirst, Function<T, StoredRecord> record, String cursor, int limit) {
        List<T> rest = newestFirst.stream()
                .filter(item -> isBelow(record.apply(item), cursor))
                .toList();
        List<T> page = rest.stream().limit(limit).toList();
        return new Page<>(
                page, rest.size() > limit ? Optional.of(cursor(record.apply(page.getLast()))) : Optional.empty());
    }

    private static boolean isBelow(StoredRecord record, String cursor) {
        if (cursor.isEmpty()) return true;
        Matcher place = CURSOR.matcher(cursor);
        if (!place.matches()) throw XrpcError.invalid("Malformed cursor");
        Instant at = Instant.ofEpochMilli(Long.parseLong(place.group(1)));
        Instant mine = Instant.ofEpochMilli(record.sortAt().toEpochMilli());
        return mine.equals(at) ? record.order() < Long.parseLong(place.group(2)) : mine.isBefore(at);
    }

    private static String cursor(StoredRecord record) {
        return record.sortAt().toEpochMilli() + "::" + record.order();
    }
}
