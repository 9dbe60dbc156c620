package dev.parvis.domain.slots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.posts.Schedule;

import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When slots come round, and what becomes of those that the clocks skip or pass twice. */
class WeekTest {
    private static Week week(Slot... slots) {
        return new Week(Fixtures.workspaceId(), Fixtures.channelId(), List.of(slots), 1);
    }

    private static Slot slot(DayOfWeek day, String time) {
        return new Slot(day, LocalTime.parse(time));
    }

    private static List<Schedule> between(Week week, String from, String until, ZoneId zone) {
        return week.between(Instant.parse(from), Instant.parse(until), zone);
    }

    private static Schedule at(String wallClock, String instant) {
        return new Schedule(LocalDateTime.parse(wallClock), PARIS, Instant.parse(instant));
    }

    @Test
    void slots_come_round_in_order_from_the_first_instant_until_before_the_last() {
        var week = week(slot(DayOfWeek.FRIDAY, "18:00"), slot(DayOfWeek.MONDAY, "09:00"));

        assertThat(between(week, "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z", PARIS))
                .containsExactly(
                        at("2026-11-23T09:00", "2026-11-23T08:00:00Z"), at("2026-11-27T18:00", "2026-11-27T17:00:00Z"));
    }

    @Test
    void a_slot_keeps_its_wall_clock_when_the_clocks_change() {
        var week = week(slot(DayOfWeek.MONDAY, "09:00"));

        assertThat(between(week, "2026-03-22T00:00:00Z", "2026-04-01T00:00:00Z", PARIS))
                .containsExactly(
                        at("2026-03-23T09:00", "2026-03-23T08:00:00Z"), at("2026-03-30T09:00", "2026-03-30T07:00:00Z"));
    }

    @Test
    void a_slot_that_the_clocks_skip_comes_as_much_later_as_they_skip() {
        var week = week(slot(DayOfWeek.SUNDAY, "02:30"));

        assertThat(between(week, "2026-03-22T00:00:00Z", "2026-04-06T00:00:00Z", PARIS))
                .containsExactly(
                        at("2026-03-22T02:30", "2026-03-22T01:30:00Z"),
                        at("2026-03-29T03:30", "2026-03-29T01:30:00Z"),
                        at("2026-04-05T02:30", "2026-04-05T00:30:00Z"));
    }

    @Test
    void a_slot_that_the_clocks_pass_twice_comes_once_at_its_first_passing() {
        var week = week(slot(DayOfWeek.SUNDAY, "02:30"));

        assertThat(between(week, "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z", PARIS))
                .containsExactly(at("2026-10-25T02:30", "2026-10-25T00:30:00Z"));
    }

    @Test
    void two_slots_that_fall_on_one_instant_are_one() {
        var week = week(slot(DayOfWeek.SUNDAY, "02:30"), slot(DayOfWeek.SUNDAY, "03:30"));

        assertThat(between(week, "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z", PARIS))
                .containsExactly(at("2026-03-29T03:30", "2026-03-29T01:30:00Z"));
    }

    @Test
    void a_slot_moved_past_midnight_is_not_lost() {
        var nuuk = ZoneId.of("America/Nuuk");
        var week = week(slot(DayOfWeek.SATURDAY, "23:30"));

        assertThat(between(week, "2026-03-29T01:10:00Z", "2026-03-30T00:00:00Z", nuuk))
                .extracting(Schedule::wallClock)
                .containsExactly(LocalDateTime.parse("2026-03-29T00:30"));
    }

    @Test
    void a_channel_has_at_most_fifty_slots_to_the_minute() {
        var many = IntStream.range(0, 51)
                .mapToObj(i -> new Slot(DayOfWeek.MONDAY, LocalTime.ofSecondOfDay(i * 60L)))
                .toArray(Slot[]::new);

        assertThatThrownBy(() -> week(many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slot(DayOfWeek.MONDAY, "09:00:30")).isInstanceOf(IllegalArgumentException.class);
    }
}
