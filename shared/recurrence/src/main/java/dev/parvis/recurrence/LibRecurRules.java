package dev.parvis.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

import dev.parvis.domain.series.Recurrence;
import dev.parvis.domain.series.RuleReader;

/**
 * Rules as lib-recur reads them, strictly. Refused beside what is no rule: FREQ=SECONDLY and MINUTELY, and an INTERVAL
 * over {@value #WIDEST}, at which the library's calendar arithmetic overflows. UNTIL may be a wall clock, an instant in
 * UTC (which RFC 5545 asks for beside a zone; it is read in the zone) or a day, which is included.
 */
public final class LibRecurRules implements RuleReader {
    static final int WIDEST = 1_000;

    @Override
    public Read read(Recurrence recurrence) {
        try {
            var rule = new RecurrenceRule(
                    recurrence.rule().toUpperCase(Locale.ROOT), RecurrenceRule.RfcMode.RFC5545_STRICT);
            if (rule.getFreq() == Freq.SECONDLY || rule.getFreq() == Freq.MINUTELY) {
                return new Read.Refused("may come round every hour at most, so FREQ is HOURLY or slower");
            }
            if (rule.getInterval() > WIDEST) {
                return new Read.Refused("has an INTERVAL of " + WIDEST + " at most");
            }
            if (rule.getUntil() != null) {
                rule.setUntil(floating(rule.getUntil(), recurrence.zone()));
            }
            return new Read.Times(() -> new WallClocks(rule, recurrence.first()));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException malformed) {
            return new Read.Refused(
                    "is not one of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO,TH: " + malformed.getMessage());
        }
    }

    private static DateTime floating(DateTime until, ZoneId zone) {
        if (until.isAllDay()) {
            return new DateTime(until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59);
        }
        return until.isFloating()
                ? until
                : of(LocalDateTime.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone));
    }

    /** The library counts months from 0. */
    static DateTime of(LocalDateTime clock) {
        return new DateTime(
                clock.getYear(),
                clock.getMonthValue() - 1,
                clock.getDayOfMonth(),
                clock.getHour(),
                clock.getMinute(),
                clock.getSecond());
    }
}
