package dev.parvis.networks.bluesky;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.ids.Tids;

import static org.assertj.core.api.Assertions.assertThat;

class RecordKeysTest {
    private static final Instant DUE = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void a_client_key_has_one_record_key_at_every_try() {
        assertThat(RecordKeys.of("post.channel.1", DUE)).isEqualTo(RecordKeys.of("post.channel.1", DUE));
    }

    @Test
    void it_is_a_tid_of_the_second_before_the_post() {
        var key = RecordKeys.of("post.channel.1", DUE);

        assertThat(Tids.isTid(key)).isTrue();
        assertThat(Tids.micros(key)).isBetween(DUE.toEpochMilli() * 1000 - 999_999, DUE.toEpochMilli() * 1000);
    }

    @Test
    void ten_thousand_posts_of_one_second_have_ten_thousand_keys() {
        var keys = IntStream.range(0, 10_000)
                .mapToObj(i -> RecordKeys.of("post" + i + ".channel.1", DUE))
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(10_000);
    }
}
