package dev.parvis.domain.series;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a series comes round. The rule is read on the wall clock and each of its times is resolved in the zone by
 * {@link dev.parvis.domain.posts.Schedule#always}: what the clocks skip comes as much later as they skip, what they pass
 * twice comes once, at its first passing.
 *
 * @param rule the value of an RRULE (RFC 5545 §3.3.10, with RFC 7529's SKIP), such as {@code FREQ=WEEKLY;BYDAY=MO,TH}
 * @param first DTSTART: no time before it, and this one only when the rule gives it
 */
public record Recurrence(String rule, LocalDateTime first, ZoneId zone) {
    public static final int LONGEST_RULE = 300;
}
