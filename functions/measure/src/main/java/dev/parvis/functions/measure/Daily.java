package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;

/** When a channel is measured: once a day at its own minute of the night, and again the same day after a failure. */
final class Daily {
    /** After this many failures in a row the day is left as it is. */
    static final int MOST_TRIES = 6;

    private static final LocalTime FIRST = LocalTime.of(2, 0);
    private static final Duration SPREAD = Duration.ofHours(3);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private Daily() {}

    /**
     * The next local day, from 02:00 until before 05:00, always at the same wall clock for a channel. Where the clocks
     * skip it, an hour later; where they pass it twice, at the first passing.
     */
    static Instant tomorrow(Instant now, ZoneId zone, ChannelId channel) {
        var second = Math.floorMod(channel.value().hashCode() * 0x9E3779B9, SPREAD.toSeconds());
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(FIRST)
                .plusSeconds(second)
                .atZone(zone)
                .toInstant();
    }

    /** 10, 20, 40, 80, then 120 minutes after a failure; empty when that would be another day, or once too often. */
    static Optional<Instant> again(Instant now, ZoneId zone, int failures) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        var due = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        var sameDay = due.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return sameDay && failures < MOST_TRIES ? Optional.of(due) : Optional.empty();
    }
}
