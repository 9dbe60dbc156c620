package dev.parvis.kernel.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T04:30:00Z, 2026-11-21T04:30:00.000Z",
        "2026-01-02T03:04:05.006Z, 2026-01-02T03:04:05.006Z",
        "2026-01-02T03:04:05.999999999Z, 2026-01-02T03:04:05.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void an_instant_always_has_three_digits_of_milliseconds(String instant, String text) {
        assertThat(Times.format(Instant.parse(instant))).isEqualTo(text);
    }

    @Test
    void texts_sort_as_instants_do_and_read_back() {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++) {
            var one = Instant.ofEpochMilli(random.nextLong(253402300799999L));
            var other = Instant.ofEpochMilli(random.nextLong(253402300799999L));

            assertThat(Times.parse(Times.format(one))).isEqualTo(one);
            assertThat(Integer.signum(Times.format(one).compareTo(Times.format(other))))
                    .isEqualTo(one.compareTo(other));
        }
    }

    @Test
    void an_offset_is_read_and_a_time_without_one_refused() {
        assertThat(Times.parse("2026-11-21T05:30:00+01:00")).isEqualTo(Instant.parse("2026-11-21T04:30:00Z"));
        assertThatThrownBy(() -> Times.parse("2026-11-21T05:30:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-21",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "1763699400",
                "2026-11-21T04:30:00.0000000000000000000000Z"
            })
    void what_is_no_date_time_is_nothing(String text) {
        assertThat(Times.tryParse(text)).isEmpty();
    }

    @Test
    void the_short_way_of_reading_agrees_with_the_jdks_on_every_text_of_our_form() {
        var random = new Random(6);
        for (var i = 0; i < 50_000; i++) {
            var millis = random.nextBoolean() ? ".%03d".formatted(random.nextInt(1000)) : "";
            var text = "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62),
                            millis);

            assertThat(Times.tryParse(text)).as(text).isEqualTo(jdk(text));
        }
        for (var text : List.of("2026-12-31T24:00:00Z", "2026-12-31T23:59:60Z", "2026-12-31T24:00:01Z")) {
            assertThat(Times.tryParse(text)).as(text).isEqualTo(jdk(text));
        }
    }

    private static Optional<Instant> jdk(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void a_year_that_would_not_sort_is_refused() {
        assertThatThrownBy(() -> Times.format(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Times.format(Instant.parse("-0001-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deadline_runs_down_on_its_own_clock() {
        var nanos = new AtomicLong(Long.MAX_VALUE - 5);
        var deadline = Deadline.in(Duration.ofSeconds(10), nanos::get);

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(10));
        assertThat(deadline.allows(Duration.ofSeconds(9))).isTrue();
        assertThat(deadline.allows(Duration.ofSeconds(10))).isFalse();
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(6));
        assertThat(deadline.passed()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.allows(Duration.ZERO)).isFalse();
    }

    @Test
    void the_earlier_of_two_deadlines_counts() {
        var nanos = new AtomicLong();
        var deadline = Deadline.in(Duration.ofSeconds(10), nanos::get);

        assertThat(deadline.atMost(Duration.ofSeconds(3)).remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.atMost(Duration.ofSeconds(30)).remaining()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void another_deadline_runs_down_on_the_same_clock() {
        var nanos = new AtomicLong();
        var deadline = Deadline.in(Duration.ofSeconds(10), nanos::get);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());

        var another = deadline.another(Duration.ofSeconds(10));
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(another.remaining()).isEqualTo(Duration.ofSeconds(7));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_real_sleep_never_ends_early() {
        var clock = Clock.systemUTC();
        var until = clock.instant().plusMillis(30);

        Sleeper.real(clock).sleepUntil(until);

        assertThat(clock.instant()).isAfterOrEqualTo(until);
    }

    @Test
    void a_moment_that_has_passed_is_not_waited_for() {
        Sleeper.real(ManualClock.at("2026-11-21T04:30:00Z")).sleepUntil(Instant.EPOCH);
        Sleeper.real(Clock.systemUTC()).sleepUntil(Instant.MIN);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_interrupted_sleep_says_so_and_leaves_the_flag_set() throws InterruptedException {
        var caught = new AtomicReference<RuntimeException>();
        var flag = new AtomicReference<Boolean>();
        var sleeper = Thread.ofVirtual().start(() -> {
            try {
                Sleeper.real(Clock.systemUTC()).sleepUntil(Instant.MAX);
            } catch (Sleeper.Interrupted e) {
                caught.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });

        sleeper.interrupt();
        sleeper.join();

        assertThat(caught.get()).isInstanceOf(Sleeper.Interrupted.class);
        assertThat(flag.get()).isTrue();
    }

    @Test
    void the_manual_clock_moves_for_its_sleeper_and_only_forward() {
        var clock = ManualClock.at("2026-11-21T04:30:00Z");

        clock.sleeper().sleepUntil(Instant.parse("2026-11-21T04:31:00Z"));
        clock.sleeper().sleepUntil(Instant.parse("2026-11-21T04:00:00Z"));

        assertThat(clock.instant()).isEqualTo("2026-11-21T04:31:00Z");
    }
}
