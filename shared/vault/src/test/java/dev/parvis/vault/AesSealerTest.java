package dev.parvis.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AesSealerTest {
    private static final byte[] TOKEN = "a refresh token".getBytes(StandardCharsets.UTF_8);

    private final AesSealer sealer = new AesSealer(() -> new byte[32], new SecureRandom());

    @Test
    void what_is_sealed_for_a_channel_opens_for_it() {
        var sealed = sealer.seal(TOKEN, "W#w#TOKEN#c");

        var opened = sealer.open(sealed, "W#w#TOKEN#c");

        assertThat(opened).isEqualTo(TOKEN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("refresh");
    }

    @Test
    void a_row_copied_to_another_channel_does_not_open() {
        var sealed = sealer.seal(TOKEN, "W#w#TOKEN#c");

        assertThatThrownBy(() -> sealer.open(sealed, "W#other#TOKEN#c"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sealed for something else");
    }

    @Test
    void any_altered_byte_is_noticed() {
        var sealed = sealer.seal(TOKEN, "x");

        for (var i = 0; i < sealed.length; i++) {
            var altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(altered, "x"))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anything_cut_is_refused() {
        var sealed = sealer.seal(TOKEN, "x");

        for (var length = 0; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> sealer.open(cut, "x")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_same_secret_is_never_sealed_alike_twice() {
        var once = sealer.seal(TOKEN, "x");
        var twice = sealer.seal(TOKEN, "x");

        assertThat(once).isNotEqualTo(twice);
    }

    @Test
    void another_key_opens_nothing() {
        var other = new byte[32];
        other[0] = 1;
        var sealed = sealer.seal(TOKEN, "x");

        assertThatThrownBy(() -> new AesSealer(() -> other, new SecureRandom()).open(sealed, "x"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_file_holds_32_bytes_in_base64_and_is_not_quoted_when_it_does_not(@TempDir Path folder)
            throws IOException {
        var good = Files.writeString(folder.resolve("good"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        var bad = Files.writeString(folder.resolve("bad"), "c2hvcnQ=");

        assertThat(MasterKey.ofFile(good).bytes()).hasSize(32);
        assertThatThrownBy(() -> MasterKey.ofFile(bad).bytes())
                .hasMessageContaining("32 bytes in base64")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
