package dev.parvis.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.Recurrence;
import dev.parvis.domain.series.RuleReader;
import dev.parvis.domain.series.SeriesFixtures;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

/** Rules as people and calendars write them, those of RFC 5545 §3.8.5.3 among them. */
class LibRecurRulesTest {
    private final LibRecurRules rules = new LibRecurRules();
    private final Occurrences occurrences = new Occurrences(rules);

    private List<String> times(String rule, String first, int most) {
        var read = rules.read(new Recurrence(rule, LocalDateTime.parse(first), PARIS));
        var times = new ArrayList<String>();
        var all = ((RuleReader.Read.Times) read).wallClocks().iterator();
        while (all.hasNext() && times.size() < most) {
            times.add(all.next().toString());
        }
        return times;
    }

    private Optional<String> problem(String rule) {
        return occurrences.problem(new Recurrence(rule, LocalDateTime.parse("2026-11-22T09:00"), PARIS), NOON);
    }

    @Test
    void a_rule_without_end_goes_on_on_the_wall_clock() {
        assertThat(times("FREQ=WEEKLY;BYDAY=MO,TH", "2026-03-26T09:00", 4))
                .containsExactly("2026-03-26T09:00", "2026-03-30T09:00", "2026-04-02T09:00", "2026-04-06T09:00");
    }

    @Test
    void the_first_time_counts_only_when_the_rule_gives_it() {
        assertThat(times("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-11-22T09:00", 9))
                .containsExactly("2026-11-23T09:00", "2026-11-30T09:00");
    }

    @Test
    void the_last_friday_and_the_thirteenth_that_is_one() {
        assertThat(times("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-22T18:00", 2))
                .containsExactly("2026-11-27T18:00", "2026-12-25T18:00");
        assertThat(times("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-11-22T18:00", 2))
                .containsExactly("2027-08-13T18:00", "2028-10-13T18:00");
    }

    @Test
    void a_month_without_a_thirty_first_is_left_out_unless_the_rule_says_skip() {
        assertThat(times("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31T09:00", 3))
                .containsExactly("2026-10-31T09:00", "2026-12-31T09:00", "2027-01-31T09:00");
        assertThat(times("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "2026-10-31T09:00", 3))
                .containsExactly("2026-10-31T09:00", "2026-11-30T09:00", "2026-12-31T09:00");
    }

    @Test
    void until_is_a_wall_clock_a_day_or_an_instant_and_is_included() {
        var first = "2026-11-22T09:00";

        assertThat(times("FREQ=DAILY;UNTIL=20261124T090000", first, 9)).hasSize(3);
        assertThat(times("FREQ=DAILY;UNTIL=20261124T085959", first, 9)).hasSize(2);
        assertThat(times("FREQ=DAILY;UNTIL=20261124", first, 9)).hasSize(3);
        assertThat(times("FREQ=DAILY;UNTIL=20261124T080000Z", first, 9)).hasSize(3);
        assertThat(times("FREQ=DAILY;UNTIL=20261124T075959Z", first, 9)).hasSize(2);
    }

    @Test
    void a_rule_is_followed_anew_each_time_and_its_letters_case_does_not_matter() {
        var read = (RuleReader.Read.Times)
                rules.read(new Recurrence("freq=daily;count=3", LocalDateTime.parse("2026-11-22T09:00"), PARIS));

        assertThat(read.wallClocks()).hasSize(3);
        assertThat(read.wallClocks()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every day",
                "RRULE:FREQ=DAILY",
                "FREQ=SOMETIMES",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=2;UNTIL=20261231",
                "FREQ=DAILY;UNTIL=tomorrow",
                "FREQ=DAILY;BYHOUR=25",
                "FREQ=DAILY;BYSETPOS=2",
                "FREQ=DAILY;X-A=1",
                "INTERVAL=2",
                "RSCALE=HEBREW;FREQ=DAILY",
                "FREQ=DAILY\nCOUNT=1"
            })
    void what_is_no_rule_is_refused(String rule) {
        assertThat(problem(rule)).hasValueSatisfying(why -> assertThat(why).startsWith("is not one of RFC 5545"));
    }

    @Test
    void a_rule_that_comes_round_too_often_or_never_is_refused() {
        assertThat(problem("FREQ=MINUTELY;INTERVAL=90"))
                .contains("may come round every hour at most, so FREQ is HOURLY or slower");
        assertThat(problem("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")).isPresent();
        assertThat(problem("FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("comes round more often than once an hour"));
        assertThat(problem("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
                .contains("comes round at no time from 2026-11-22T09:00 on");
        assertThat(problem("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=-2"))
                .contains("comes round at no time from 2026-11-22T09:00 on");
        assertThat(problem("FREQ=DAILY;UNTIL=20200101")).contains("comes round at no time from 2026-11-22T09:00 on");
        assertThat(problem("FREQ=YEARLY;INTERVAL=1001")).contains("has an INTERVAL of 1000 at most");
        assertThat(problem("FREQ=HOURLY")).isEmpty();
        assertThat(problem("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")).isEmpty();
    }

    @Test
    void a_rule_ends_with_the_year_9999() {
        assertThat(times("FREQ=YEARLY;INTERVAL=1000", "2026-11-22T09:00", 500))
                .isSorted()
                .last()
                .isEqualTo("9026-11-22T09:00");
    }

    @Test
    void in_paris_the_skipped_hour_is_moved_and_the_doubled_one_taken_once() {
        var series = SeriesFixtures.series(
                Fixtures.workspaceId(),
                Fixtures.brandId(),
                "FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;BYMINUTE=30",
                "2026-03-22T02:30",
                SeriesFixtures.saying("bonjour"));

        assertThat(occurrences.between(
                        series, Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z")))
                .extracting(occurrence -> occurrence.schedule().at().toString())
                .containsExactly("2026-03-29T01:30:00Z", "2026-04-05T00:30:00Z");
        assertThat(occurrences.between(
                        series, Instant.parse("2026-10-24T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")))
                .extracting(occurrence -> occurrence.schedule().at().toString())
                .containsExactly("2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z");
    }
}
