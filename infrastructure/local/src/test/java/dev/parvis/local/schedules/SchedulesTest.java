package dev.parvis.local.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchedulesTest {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute)       | 2026-11-21T04:30:00Z | 2026-11-21T04:31:00Z",
                "rate(15 minutes)     | 2026-11-21T04:30:00Z | 2026-11-21T04:45:00Z",
                "rate(1 day)          | 2026-11-21T04:30:00Z | 2026-11-22T04:30:00Z",
                "cron(0 5 * * ? *)    | 2026-11-21T04:30:00Z | 2026-11-21T05:00:00Z",
                "cron(0 5 * * ? *)    | 2026-11-21T05:00:00Z | 2026-11-22T05:00:00Z",
                "cron(0/15 * * * ? *) | 2026-11-21T04:31:12Z | 2026-11-21T04:45:00Z",
                "cron(0 6 1 * ? *)    | 2026-11-21T04:30:00Z | 2026-12-01T06:00:00Z",
                "cron(0 6 L * ? *)    | 2027-02-01T00:00:00Z | 2027-02-28T06:00:00Z",
                "cron(0 6 ? * MON-FRI *) | 2026-11-20T06:00:00Z | 2026-11-23T06:00:00Z",
                "cron(0 6 ? * 2#1 *)  | 2026-11-21T04:30:00Z | 2026-12-07T06:00:00Z",
                "cron(0 6 ? * 6L *)   | 2026-11-21T04:30:00Z | 2026-11-27T06:00:00Z",
                "cron(0 6 15W * ? *)  | 2026-11-01T00:00:00Z | 2026-11-16T06:00:00Z",
                "cron(0 6 1W * ? *)   | 2026-08-01T00:00:00Z | 2026-08-03T06:00:00Z",
                "cron(0 0 29 FEB ? *) | 2026-11-21T04:30:00Z | 2028-02-29T00:00:00Z",
                "cron(10,40 8-9 * * ? 2027) | 2026-11-21T04:30:00Z | 2027-01-01T08:10:00Z",
                "cron(0 1 ? * FRI-MON *) | 2026-11-24T04:30:00Z | 2026-11-27T01:00:00Z",
            })
    void an_expression_fires_when_aws_says(String expression, Instant after, Instant next) {
        assertThat(Expression.parse(expression).next(after, ZoneOffset.UTC)).contains(next);
    }

    @Test
    void a_time_that_spring_skips_does_not_fire_and_one_that_autumn_repeats_fires_once() {
        Expression halfPastTwo = Expression.parse("cron(30 2 * * ? *)");

        var spring = halfPastTwo.next(Instant.parse("2027-03-27T12:00:00Z"), PARIS);
        var autumn = halfPastTwo.next(Instant.parse("2027-10-30T12:00:00Z"), PARIS);
        var afterAutumn = halfPastTwo.next(autumn.orElseThrow(), PARIS);

        assertThat(spring).contains(Instant.parse("2027-03-29T00:30:00Z"));
        assertThat(autumn).contains(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(afterAutumn).contains(Instant.parse("2027-11-01T01:30:00Z"));
    }

    @Test
    void a_cron_whose_years_are_over_never_fires() {
        var next = Expression.parse("cron(0 5 * * ? 2020)").next(Instant.parse("2026-11-21T04:30:00Z"), ZoneOffset.UTC);

        assertThat(next).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(0 minutes)",
                "rate(1 minutes)",
                "rate(5 minute)",
                "rate(1 second)",
                "rate(-1 minutes)",
                "",
                "cron(* * * * * *)",
                "cron(* * ? * ? *)",
                "cron(60 * * * ? *)",
                "cron(* 24 * * ? *)",
                "cron(* * 32 * ? *)",
                "cron(* * * 13 ? *)",
                "cron(* * * * ?)",
                "cron(* * ? * 8 *)",
                "cron(*/0 * * * ? *)",
                "every minute"
            })
    void what_aws_refuses_is_refused(String expression) {
        assertThatThrownBy(() -> Expression.parse(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_scheduled_time_is_set_into_the_input() {
        Schedule schedule = schedule("publish", "rate(1 minute)");

        String event = new Firing(schedule, Instant.parse("2026-11-21T04:30:00.123Z")).event("e-1");

        assertThat(event).isEqualTo("{\"tick\":\"publish\",\"at\":\"2026-11-21T04:30:00Z\",\"id\":\"e-1\"}");
    }

    @Test
    void rates_begin_one_after_the_other_and_what_was_missed_fires_once() {
        Instant start = Instant.parse("2026-11-21T04:30:00Z");
        Schedule seldom = schedule("measure", "rate(1 day)");
        Schedule often = schedule("publish", "rate(1 minute)");
        Schedule monthly = schedule("report", "cron(0 6 1 * ? *)");
        var timetable = new Timetable(List.of(seldom, often, monthly), start);

        List<Firing> early = timetable.due(start.plusSeconds(19));
        List<Firing> first = timetable.due(start.plusSeconds(20));
        List<Firing> second = timetable.due(start.plusSeconds(70));
        List<Firing> afterSleep = timetable.due(start.plusSeconds(3_630));

        assertThat(early).isEmpty();
        assertThat(first).containsExactly(new Firing(often, start.plusSeconds(20)));
        assertThat(second).containsExactly(new Firing(seldom, start.plusSeconds(70)));
        assertThat(afterSleep).containsExactly(new Firing(often, start.plusSeconds(80)));
        assertThat(timetable.next(often)).contains(start.plusSeconds(3_690));
        assertThat(timetable.next(monthly)).contains(Instant.parse("2026-12-01T06:00:00Z"));
    }

    @Test
    void nothing_fires_after_the_scheduler_is_closed() throws Exception {
        var clock = ManualClock.at("2026-11-21T04:30:00Z");
        var fired = new LinkedBlockingQueue<Firing>();

        var scheduler = Scheduler.start(List.of(schedule("publish", "rate(1 minute)")), clock, fired::add);
        clock.set(Instant.parse("2026-11-21T04:30:30Z"));
        Firing first = fired.poll(5, TimeUnit.SECONDS);
        scheduler.close();
        clock.set(Instant.parse("2026-11-21T05:30:00Z"));

        assertThat(first).isNotNull();
        assertThat(fired.poll(1_200, TimeUnit.MILLISECONDS)).isNull();
    }

    private static Schedule schedule(String function, String expression) {
        return new Schedule(
                function + "-tick",
                function,
                Expression.parse(expression),
                ZoneOffset.UTC,
                "{\"tick\":\"" + function
                        + "\",\"at\":\"<aws.scheduler.scheduled-time>\",\"id\":\"<aws.scheduler.execution-id>\"}");
    }
}
