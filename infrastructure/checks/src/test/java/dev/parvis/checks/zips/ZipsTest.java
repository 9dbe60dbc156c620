package dev.parvis.checks.zips;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.checks.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

class ZipsTest {
    private static final Pattern TIMESTAMP =
            Pattern.compile("<project.build.outputTimestamp>([^<]+)</project.build.outputTimestamp>");
    private static final Map<String, ?> WITH_PERMISSIONS = Map.of("enablePosixFileAttributes", true);
    private static final LocalDateTime FIXED = fixed();

    @TempDir
    Path folder;

    static List<Path> zips() {
        return Checkout.files(Checkout.root().resolve("functions"), "-lambda.zip").stream()
                .filter(zip -> "target".equals(String.valueOf(zip.getParent().getFileName())))
                .toList();
    }

    @Test
    void every_function_has_a_zip() {
        assertThat(zips()).hasSize((int) Checkout.modules().stream()
                .filter(module -> module.startsWith("functions/"))
                .count());
    }

    @ParameterizedTest
    @MethodSource("zips")
    void nothing_in_a_zip_tells_where_when_or_by_whom_it_was_built(Path zip) throws IOException {
        try (FileSystem opened = FileSystems.newFileSystem(zip, WITH_PERMISSIONS)) {
            for (Path entry : entries(opened)) {
                assertFixed(entry);
            }
        }
    }

    @Test
    void nothing_in_our_own_jars_does_either() throws IOException {
        var seen = new HashSet<String>();
        for (Path zip : zips()) {
            try (FileSystem opened = FileSystems.newFileSystem(zip)) {
                for (Path entry : entries(opened)) {
                    String name = String.valueOf(entry.getFileName());
                    if (name.endsWith("-SNAPSHOT.jar") && seen.add(name)) {
                        assertOurs(Files.copy(entry, folder.resolve(name)));
                    }
                }
            }
        }
        assertThat(seen).contains("kernel-1.0.0-SNAPSHOT.jar", "api-1.0.0-SNAPSHOT.jar");
    }

    private static void assertOurs(Path jar) throws IOException {
        String checkout = Checkout.root().toAbsolutePath().toString();
        try (FileSystem opened = FileSystems.newFileSystem(jar, WITH_PERMISSIONS)) {
            assertThat(entries(opened)).isNotEmpty();
            for (Path entry : entries(opened)) {
                assertFixed(entry);
                if (Files.isRegularFile(entry)) {
                    assertThat(new String(Files.readAllBytes(entry), StandardCharsets.ISO_8859_1))
                            .as("%s in %s", entry, jar)
                            .doesNotContain(checkout);
                }
            }
        }
    }

    private static void assertFixed(Path entry) throws IOException {
        String expected = Files.isDirectory(entry) ? "rwxr-xr-x" : "rw-r--r--";

        assertThat(Files.getLastModifiedTime(entry)
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDateTime())
                .as("time of %s in %s", entry, entry.getFileSystem())
                .isEqualTo(FIXED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
                .as("permissions of %s in %s", entry, entry.getFileSystem())
                .isEqualTo(expected);
    }

    private static List<Path> entries(FileSystem opened) throws IOException {
        Path root = opened.getPath("/");
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(entry -> !entry.equals(root)).toList();
        }
    }

    private static LocalDateTime fixed() {
        return TIMESTAMP
                .matcher(Checkout.text(Checkout.root().resolve("pom.xml")))
                .results()
                .map(found -> OffsetDateTime.parse(found.group(1)).toLocalDateTime())
                .findFirst()
                .orElseThrow();
    }
}
