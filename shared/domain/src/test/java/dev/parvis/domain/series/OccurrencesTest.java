package dev.parvis.domain.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.posts.PostId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

/** When series come round in Paris, over both changes of its clocks in 2026. */
class OccurrencesTest {
    private final Occurrences occurrences = new Occurrences(new PlainRules());

    private static Series series(String rule, String first) {
        return SeriesFixtures.series(
                Fixtures.workspaceId(), Fixtures.brandId(), rule, first, SeriesFixtures.saying("bonjour"));
    }

    private List<Occurrence> between(Series series, String from, String until) {
        return occurrences.between(series, Instant.parse(from), Instant.parse(until));
    }

    private static String shown(Occurrence occurrence) {
        return occurrence.meant() + " = " + occurrence.schedule().wallClock() + " = "
                + occurrence.schedule().at();
    }

    @Test
    void a_daily_time_that_the_clocks_skip_comes_an_hour_later_that_day() {
        var found = between(series("EVERY PT24H", "2026-03-27T02:30"), "2026-03-28T00:00:00Z", "2026-03-30T23:00:00Z");

        assertThat(found)
                .extracting(OccurrencesTest::shown)
                .containsExactly(
                        "2026-03-28T02:30 = 2026-03-28T02:30 = 2026-03-28T01:30:00Z",
                        "2026-03-29T02:30 = 2026-03-29T03:30 = 2026-03-29T01:30:00Z",
                        "2026-03-30T02:30 = 2026-03-30T02:30 = 2026-03-30T00:30:00Z");
    }

    @Test
    void a_daily_time_that_the_clocks_pass_twice_comes_once_at_its_first_passing() {
        var found = between(series("EVERY PT24H", "2026-10-24T02:30"), "2026-10-24T00:00:00Z", "2026-10-26T23:00:00Z");

        assertThat(found)
                .extracting(OccurrencesTest::shown)
                .containsExactly(
                        "2026-10-24T02:30 = 2026-10-24T02:30 = 2026-10-24T00:30:00Z",
                        "2026-10-25T02:30 = 2026-10-25T02:30 = 2026-10-25T00:30:00Z",
                        "2026-10-26T02:30 = 2026-10-26T02:30 = 2026-10-26T01:30:00Z");
    }

    @Test
    void of_every_hour_the_skipped_one_falls_on_the_next_and_is_one_with_it() {
        var found = between(series("EVERY PT1H", "2026-03-29T00:30"), "2026-03-28T23:00:00Z", "2026-03-29T03:00:00Z");

        assertThat(found)
                .extracting(OccurrencesTest::shown)
                .containsExactly(
                        "2026-03-29T00:30 = 2026-03-29T00:30 = 2026-03-28T23:30:00Z",
                        "2026-03-29T01:30 = 2026-03-29T01:30 = 2026-03-29T00:30:00Z",
                        "2026-03-29T02:30 = 2026-03-29T03:30 = 2026-03-29T01:30:00Z",
                        "2026-03-29T04:30 = 2026-03-29T04:30 = 2026-03-29T02:30:00Z");
    }

    @Test
    void however_the_time_is_cut_the_occurrences_are_the_same() {
        var series = series("EVERY PT1H", "2026-03-28T00:30");
        var whole = between(series, "2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z");

        for (var hour = 1; hour < 48; hour++) {
            var cut = Instant.parse("2026-03-28T00:00:00Z").plusSeconds(1800L * hour);
            var both =
                    new java.util.ArrayList<>(occurrences.between(series, Instant.parse("2026-03-28T00:00:00Z"), cut));
            both.addAll(occurrences.between(series, cut, Instant.parse("2026-03-30T00:00:00Z")));
            assertThat(both).isEqualTo(whole);
        }
    }

    @Test
    void an_occurrences_post_has_an_id_of_its_own_that_never_changes() {
        var series = series("EVERY PT24H", "2026-03-27T02:30");
        var ids = new HashSet<PostId>();

        var once = between(series, "2026-03-01T00:00:00Z", "2027-03-01T00:00:00Z");
        var again = between(series, "2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z");

        once.forEach(occurrence -> ids.add(occurrence.post()));
        assertThat(ids).hasSize(once.size());
        assertThat(once).containsAll(again);
        assertThat(once)
                .extracting(occurrence -> occurrence.post().value())
                .isSorted()
                .allMatch(id -> id.matches("[0-7][0-9A-HJKMNP-TV-Z]{25}"));
        var other = series("EVERY PT24H", "2026-03-27T02:30");
        assertThat(between(other, "2026-03-01T00:00:00Z", "2027-03-01T00:00:00Z"))
                .noneMatch(occurrence -> ids.contains(occurrence.post()));
    }

    @Test
    void a_rule_that_cannot_be_used_says_why() {
        assertThat(problem("SOMETIMES")).contains("is none");
        assertThat(problem("EVERY PT24H TIMES 0"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("comes round at no time"));
        assertThat(problem("EVERY PT59M")).hasValueSatisfying(why -> assertThat(why)
                .isEqualTo("comes round more often than once an hour: at 2026-11-20T09:00 and at 2026-11-20T09:59"));
        assertThat(problem("EVERY PT1H")).isEmpty();
        assertThat(problem("EVERY PT24H TIMES 2"))
                .as("from yesterday, twice: the last was this morning")
                .contains("has come round for the last time already");
        assertThat(problem("EVERY PT24H TIMES 3")).isEmpty();
        assertThat(problem("EVERY PT24H")).as("no end").isEmpty();
    }

    private Optional<String> problem(String rule) {
        return occurrences.problem(new Recurrence(rule, LocalDateTime.parse("2026-11-20T09:00"), PARIS), NOON);
    }

    @Test
    void a_series_goes_on_until_its_last_day_or_its_rules_end() {
        var endless = series("EVERY PT24H", "2026-11-20T09:00");
        var day = LocalDate.parse("2026-11-21");

        assertThat(occurrences.goesOn(endless, NOON)).isTrue();
        assertThat(occurrences.goesOn(endless.until(Optional.of(day), NOON), NOON))
                .isTrue();
        assertThat(occurrences.goesOn(endless.until(Optional.of(day.minusDays(1)), NOON), NOON))
                .isFalse();
        assertThat(occurrences.goesOn(series("EVERY PT24H TIMES 1", "2026-11-20T09:00"), NOON))
                .isFalse();
    }
}
