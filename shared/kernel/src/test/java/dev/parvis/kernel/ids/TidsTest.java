package dev.parvis.kernel.ids;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Vectors: https://atproto.com/specs/tid and our reference on Bluesky. */
class TidsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 2222222222222",
        "1700000000000000, 0, 3ke6kg3wk2222",
        "1700000000000000, 1, 3ke6kg3wk2223",
        "1700000000000000, 1023, 3ke6kg3wk22zz",
        "1768471200000000, 517, 3mchd6uru22k7",
        "1768471200000001, 517, 3mchd6uru23k7",
        "1688137381887007, 6, 3jzfcijpj2z2a",
        "1682739741953005, 30, 3jui7kd54zh2y",
        "9007199254740991, 1023, bzzzzzzzzzzzz"
    })
    void a_moment_and_a_clock_have_one_text_and_back(long micros, int clockId, String tid) {
        assertThat(Tids.encode(micros, clockId)).isEqualTo(tid);
        assertThat(Tids.micros(tid)).isEqualTo(micros);
        assertThat(Tids.clockId(tid)).isEqualTo(clockId);
    }

    @Test
    void random_moments_survive_the_way_there_and_back_and_sort_as_they_should() {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++) {
            var one = random.nextLong(1L << 53);
            var other = random.nextLong(1L << 53);
            var clockId = random.nextInt(1024);

            assertThat(Tids.micros(Tids.encode(one, clockId))).isEqualTo(one);
            assertThat(Integer.signum(Tids.encode(one, clockId).compareTo(Tids.encode(other, clockId))))
                    .isEqualTo(Long.compare(one, other));
        }
    }

    @Test
    void tids_of_one_maker_rise_strictly_even_when_the_clock_steps_back() {
        var random = new Random(12);
        var clock = new ManualClock(Instant.parse("2026-11-21T04:30:00Z"));
        var tids = new Tids(clock, random);
        var last = "";
        for (var i = 0; i < 20_000; i++) {
            clock.advance(Duration.ofNanos(1000L * (random.nextInt(5) - 2)));

            var next = tids.next();

            assertThat(next).isGreaterThan(last);
            assertThat(Tids.isTid(next)).isTrue();
            last = next;
        }
    }

    @Test
    void a_tid_says_the_clocks_moment() {
        var tids = new Tids(new ManualClock(Instant.ofEpochSecond(1700000000L)), 0);

        assertThat(tids.next()).isEqualTo("3ke6kg3wk2222");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3jzfcijpj2z2",
                "3jzfcijpj2z2aa",
                "3JZFCIJPJ2Z2A",
                "kjzfcijpj2z2a",
                "zzzzzzzzzzzzz",
                "0jzfcijpj2z2a",
                "3jzf-cij-pj2z-2a",
                "3jzfcijpj2z21"
            })
    void what_has_not_the_form_is_refused(String text) {
        assertThat(Tids.isTid(text)).isFalse();
        assertThatThrownBy(() -> Tids.micros(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_tid_cannot_hold_is_refused() {
        assertThatThrownBy(() -> Tids.encode(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tids.encode(1L << 53, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tids.encode(0, 1024)).isInstanceOf(IllegalArgumentException.class);
    }
}
