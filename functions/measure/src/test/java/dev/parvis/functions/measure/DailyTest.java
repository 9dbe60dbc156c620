package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;

import static org.assertj.core.api.Assertions.assertThat;

class DailyTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void every_channel_is_measured_once_each_local_day_also_when_the_clocks_change() {
        for (var zone : new String[] {"Europe/Paris", "America/Sao_Paulo", "Pacific/Chatham", "Africa/Casablanca"}) {
            var channel = Fixtures.channelId();
            var at = Instant.parse("2026-01-10T12:00:00Z");
            var first = at.atZone(ZoneId.of(zone)).toLocalDate().plusDays(1);
            for (var day = first; day.getYear() == 2026; day = day.plusDays(1)) {
                at = Daily.tomorrow(at, ZoneId.of(zone), channel);

                var local = at.atZone(ZoneId.of(zone));
                assertThat(local.toLocalDate()).as(zone).isEqualTo(day);
                assertThat(local.toLocalTime()).as(zone).isBetween(LocalTime.of(2, 0), LocalTime.of(5, 0));
            }
        }
    }

    @Test
    void channels_are_spread_over_the_three_hours() {
        var noon = Instant.parse("2026-11-21T12:00:00Z");

        var hours = java.util.stream.IntStream.range(0, 200)
                .mapToObj(_ -> Daily.tomorrow(noon, PARIS, Fixtures.channelId())
                        .atZone(PARIS)
                        .getHour())
                .distinct()
                .toList();

        assertThat(hours).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void a_failure_is_tried_again_the_same_day_after_longer_and_longer_waits() {
        var three = Instant.parse("2026-11-21T02:00:00Z");

        assertThat(Daily.again(three, PARIS, 1)).contains(three.plus(Duration.ofMinutes(10)));
        assertThat(Daily.again(three, PARIS, 2)).contains(three.plus(Duration.ofMinutes(20)));
        assertThat(Daily.again(three, PARIS, 5)).contains(three.plus(Duration.ofMinutes(120)));
        assertThat(Daily.again(three, PARIS, Daily.MOST_TRIES)).isEmpty();
    }

    @Test
    void a_failure_just_before_midnight_is_left_to_the_next_day() {
        var late = Instant.parse("2026-11-21T22:55:00Z");

        assertThat(Daily.again(late, PARIS, 1)).isEmpty();
    }
}
