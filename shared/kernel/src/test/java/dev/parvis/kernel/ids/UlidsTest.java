package dev.parvis.kernel.ids;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UlidsTest {
    private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(1469918176385L));

    @Test
    void the_first_ten_digits_are_the_specifications_for_its_moment() {
        assertThat(new Ulids(clock, new Random(1)).next())
                .startsWith("01ARYZ6S41")
                .hasSize(26);
    }

    @Test
    void all_zero_and_all_one_bits_have_the_texts_of_the_specification() {
        var zeros = new Ulids(new ManualClock(Instant.EPOCH), (RandomGenerator) () -> 0);
        var ones = new Ulids(new ManualClock(Instant.ofEpochMilli((1L << 48) - 1)), (RandomGenerator) () -> -1);

        assertThat(zeros.next()).isEqualTo("00000000000000000000000000");
        assertThat(ones.next()).isEqualTo("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    }

    @Test
    void ids_rise_strictly_whatever_the_clock_does() {
        var random = new Random(42);
        var ulids = new Ulids(clock, random);
        var last = "";
        for (var i = 0; i < 50_000; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(5) - 2));

            var next = ulids.next();

            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void a_millisecond_whose_random_bits_are_used_up_borrows_from_the_next() {
        var ulids = new Ulids(clock, (RandomGenerator) () -> -1);

        assertThat(ulids.next()).isEqualTo("01ARYZ6S41ZZZZZZZZZZZZZZZZ");
        assertThat(ulids.next()).isEqualTo("01ARYZ6S420000000000000000");
    }

    @Test
    void many_threads_share_a_maker_without_a_twin() throws InterruptedException {
        var ulids = new Ulids(clock, new Random(7));
        var made = new ConcurrentLinkedQueue<String>();
        var threads = new Thread[8];
        for (var i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                for (var n = 0; n < 1000; n++) {
                    made.add(ulids.next());
                }
            });
        }

        for (var thread : threads) {
            thread.join();
        }

        assertThat(new HashSet<>(made)).hasSize(8000);
    }

    @Test
    void what_it_makes_is_a_ulid() {
        var ulids = new Ulids(clock, new Random(3));
        for (var i = 0; i < 1000; i++) {
            assertThat(Ulids.isUlid(ulids.next())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ARYZ6S41",
                "01ARYZ6S41TSV4RRFFQ69G5FAVX",
                "81ARYZ6S41TSV4RRFFQ69G5FAV",
                "01aryz6s41tsv4rrffq69g5fav",
                "01ARYZ6S41TSV4RRFFQ69G5FAI",
                "01ARYZ6S41TSV4RRFFQ69G5FAL",
                "01ARYZ6S41TSV4RRFFQ69G5FAO",
                "01ARYZ6S41TSV4RRFFQ69G5FAU",
                "01ARYZ6S41TSV4RRFFQ69G5F#V",
                "01ARYZ6S41TSV4RRFFQ69G5FA\u0660"
            })
    void anything_else_is_not(String text) {
        assertThat(Ulids.isUlid(text)).isFalse();
    }

    @Test
    void a_clock_before_1970_is_refused() {
        clock.set(Instant.ofEpochMilli(-1));

        assertThatThrownBy(() -> new Ulids(clock, new Random(1)).next()).isInstanceOf(IllegalStateException.class);
    }
}
