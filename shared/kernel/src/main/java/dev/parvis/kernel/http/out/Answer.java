package dev.parvis.kernel.http.out;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.parvis.kernel.json.Json;

/**
 * A whole answer, whatever its status.
 *
 * @param uri that answered
 * @param headers names in lower case, values in their order
 * @param body decompressed. Do not change the array
 * @param firstByteSentAt when the first byte of the request was handed to the connection
 * @param answeredAt when the last byte of the answer was read
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per access would double 6 MB bodies
public record Answer(
        URI uri,
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        Instant firstByteSentAt,
        Instant answeredAt) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first value of a header; the name in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The body as UTF-8, broken bytes replaced: for messages and for formats that carry their own checks. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON, or {@link dev.parvis.kernel.json.MalformedJson}. */
    public Json json() {
        return Json.parse(body, Math.max(body.length, 1));
    }

    /** The body as JSON, or {@link Json.Absent} when it is none: networks send HTML when they are down. */
    public Json jsonIfAny() {
        try {
            return json();
        } catch (dev.parvis.kernel.json.MalformedJson e) {
            return Json.absent();
        }
    }

    /** How long {@code Retry-After} asks to wait, counted from {@code answeredAt}; never negative, at most a day. */
    public Optional<Duration> retryAfter() {
        return header("retry-after").flatMap(this::wait).map(wait -> {
            var positive = wait.isNegative() ? Duration.ZERO : wait;
            return positive.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : positive;
        });
    }

    private Optional<Duration> wait(String value) {
        if (!value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(answeredAt, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Answer " + status + " from " + uri.getHost() + " (" + body.length + " bytes)";
    }
}
