package dev.parvis.functions.api;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Rules that are meant to keep a server busy, and times at the ends of what a clock can say. */
class HostileSeriesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Desk desk = Desk.settled();

    private Response create(String rule, String first) {
        var series =
                Json.obj("rule", rule, "first", first, "text", "Encore", "channels", List.of(Sample.CHANNEL.value()));
        return desk.as(Sample.WRITER).post(Desk.path("/brands/" + Sample.BRAND + "/series"), series);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
                "FREQ=HOURLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;BYYEARDAY=366;BYHOUR=3;BYMINUTE=7;BYSECOND=9;BYDAY=SU",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYSETPOS=1",
                "FREQ=DAILY;COUNT=999999999",
                "FREQ=YEARLY;INTERVAL=1000;BYWEEKNO=53;BYDAY=MO",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYSETPOS=-366",
                "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23",
                "FREQ=YEARLY;BYSETPOS=366,-366,1,-1;BYDAY=53MO,-53MO",
                "FREQ=DAILY;UNTIL=99991231T235959Z",
                "FREQ=DAILY;UNTIL=00000101"
            })
    void a_rule_that_costs_much_is_answered_in_time(String rule) {
        var answer = assertTimeoutPreemptively(PATIENCE, () -> create(rule, "2026-11-30T03:07:09"), rule);

        assertThat(answer.status()).as(Answers.text(answer)).isIn(201, 422);
        if (answer.status() == 422) {
            Answers.field(answer, "/rule", "not_usable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=DAILY;BYSETPOS=0;BYDAY=MO",
                "FREQ=WEEKLY;BYSETPOS=400;BYDAY=MO",
                "FREQ=DAILY;COUNT=99999999999999999999",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;INTERVAL=2147483648",
                "FREQ=DAILY;BYDAY=🐟",
                "FREQ=DAİLY",
                "EXRULE;FREQ=DAILY"
            })
    void a_rule_that_is_none_is_refused_by_its_field(String rule) {
        Answers.field(create(rule, "2026-11-30T09:00"), "/rule", "not_usable");
    }

    @Test
    void a_rule_of_100_kilobytes_is_too_long() {
        Answers.field(
                create("FREQ=YEARLY;BYYEARDAY=" + "1,".repeat(50_000) + "1", "2026-11-30T09:00"), "/rule", "too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59", "+12026-12-01T09:00", "+999999999-12-31T23:59"})
    void a_first_time_beyond_what_is_sorted_is_refused(String first) {
        var answer = create("FREQ=DAILY", first);

        assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(422);
        Answers.field(answer, "/first", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-01-01T00:00", "-999999999-01-01T00:00", "0000-01-01T00:00"})
    void a_first_time_before_our_era_is_over(String first) {
        Answers.field(create("FREQ=DAILY", first), "/first", "in_the_past");
    }
}
