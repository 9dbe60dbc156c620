package dev.parvis.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A cache of another build must never be found: JDK 25 would run its old classes without a word. */
class AotCacheTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC");

    @TempDir
    Path folder;

    private Path jar;
    private Path other;
    private Path jdk;

    @BeforeEach
    void a_build() throws IOException {
        jar = Files.writeString(folder.resolve("function.jar"), "first build");
        other = Files.writeString(folder.resolve("kernel.jar"), "kernel");
        jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"");
    }

    @Test
    void the_same_build_finds_its_cache_again() {
        Path trained = file(FLAGS);

        assertThat(file(FLAGS)).isEqualTo(trained);
    }

    @Test
    void a_jar_rebuilt_at_the_same_size_changes_the_key() throws IOException {
        Path trained = file(FLAGS);

        Files.writeString(jar, "other build");

        assertThat(Files.size(jar)).isEqualTo("first build".length());
        assertThat(file(FLAGS)).isNotEqualTo(trained);
    }

    @Test
    void another_jvm_build_changes_the_key() throws IOException {
        Path trained = file(FLAGS);

        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.4\"");

        assertThat(file(FLAGS)).isNotEqualTo(trained);
    }

    @Test
    void another_flag_changes_the_key() {
        Path trained = file(FLAGS);

        Path faster = file(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));

        assertThat(faster).isNotEqualTo(trained);
    }

    @Test
    void another_order_of_the_class_path_changes_the_key() {
        Path trained = file(FLAGS);

        Path turned = AotCache.file(folder, List.of(other, jar), jdk, FLAGS);

        assertThat(turned).isNotEqualTo(trained);
    }

    private Path file(List<String> flags) {
        return AotCache.file(folder, List.of(jar, other), jdk, flags);
    }
}
