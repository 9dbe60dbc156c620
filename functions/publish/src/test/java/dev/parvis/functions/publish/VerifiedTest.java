package dev.parvis.functions.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.media.Originals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerifiedTest {
    private static final byte[] FILM = "a film".repeat(5_000).getBytes(StandardCharsets.US_ASCII);

    @Test
    void the_bytes_that_were_looked_at_come_as_they_are() throws IOException {
        try (var film = verified(FILM)) {
            assertThat(film.readAllBytes()).isEqualTo(FILM);
            assertThat(film.read()).isNegative();
        }
    }

    @Test
    void other_bytes_of_the_same_length_fewer_and_more_end_in_a_fault() {
        var other = FILM.clone();
        other[20_000] ^= 1;

        for (var bytes : new byte[][] {other, Arrays.copyOf(FILM, 10), Arrays.copyOf(FILM, FILM.length + 1)}) {
            assertThatThrownBy(() -> verified(bytes).readAllBytes()).hasMessage("other bytes");
        }
    }

    private static Verified verified(byte[] bytes) {
        return new Verified(
                new ByteArrayInputStream(bytes),
                Originals.digest(FILM),
                () -> new IllegalStateException("other bytes"));
    }
}
