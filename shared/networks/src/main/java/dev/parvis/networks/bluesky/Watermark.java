package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/**
 * How far the notifications were read.
 *
 * @param at everything indexed up to here was read, by walks that are over
 * @param top the newest that the walk under way has seen; what {@code at} becomes when it is over
 * @param next where the walk under way goes on, by the network's own cursor
 * @param seen digests of what was read and would be met again
 */
record Watermark(Instant at, Instant top, Optional<String> next, Set<String> seen) {
    static final Watermark NONE = new Watermark(Instant.EPOCH, Instant.EPOCH, Optional.empty(), Set.of());
    /** Read again at each poll, because an index may show something late. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Shown later than this after its time, it is no news: an old one that moved up when others were deleted. */
    static final Duration LATE = Duration.ofDays(2);

    private static final int MOST_SEEN = 300;
    private static final int MOST_SEEN_WALKING = 4000;

    boolean isWalking() {
        return next.isPresent();
    }

    Instant readAgainFrom() {
        return at.isAfter(Instant.EPOCH) ? at.minus(OVERLAP) : at;
    }

    boolean isNews(Notification notification) {
        var old = at.isAfter(Instant.EPOCH) && notification.indexedAt().isBefore(at.minus(LATE));
        return !old && !seen.contains(notification.digest());
    }

    /** Digests are kept newest first: a walk that goes on reads what is older than what it has seen. */
    Watermark after(List<Notification> read, Optional<String> goesOn, Instant atLeast) {
        var newest = read.stream()
                .map(Notification::indexedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var nowTop = latest(latest(top, at), latest(newest, atLeast));
        var known = new LinkedHashSet<String>();
        if (isWalking()) {
            known.addAll(seen);
        }
        read.forEach(one -> known.add(one.digest()));
        known.addAll(seen);
        var bounded = known.stream()
                .limit(goesOn.isPresent() ? MOST_SEEN_WALKING : MOST_SEEN)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Watermark(goesOn.isPresent() ? at : nowTop, nowTop, goesOn, bounded);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    String write() {
        return Json.obj("at", at, "top", top, "next", next, "seen", seen).toString();
    }

    /** Empty when it is none of ours: listening then starts anew. */
    static Optional<Watermark> read(String text) {
        try {
            var json = Json.parse(text);
            var seen = new LinkedHashSet<String>();
            json.at("seen").items().forEach(digest -> digest.text().ifPresent(seen::add));
            return json.at("at")
                    .instant()
                    .map(at -> new Watermark(
                            at,
                            json.at("top").instant().orElse(at),
                            json.at("next").text(),
                            seen));
        } catch (MalformedJson none) {
            return Optional.empty();
        }
    }
}
