package dev.parvis.checks.arrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.parvis.checks.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** How long things may be, and that every package tells its story. */
class SizesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final Pattern STORY = Pattern.compile("(?s)/\\*\\*.+?\\*/\\s*@NullMarked\\s+package ");

    @Test
    void no_file_is_longer_than_300_lines() {
        List<String> tooLong = House.sources().stream()
                .filter(file -> Checkout.text(file).lines().count() > LONGEST_FILE)
                .map(SizesTest::shown)
                .toList();

        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_longer_than_40_lines() {
        List<String> tooLong = Methods.of(House.sources())
                .filter(method -> method.lines() > LONGEST_METHOD)
                .map(method -> shown(method.file()) + " " + method.name() + ": " + method.lines())
                .toList();

        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_package_is_null_marked_and_tells_its_story() {
        List<String> silent = House.sources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !tellsItsStory(folder.resolve("package-info.java")))
                .map(SizesTest::shown)
                .toList();

        assertThat(silent).isEmpty();
    }

    private static boolean tellsItsStory(Path packageInfo) {
        return Files.exists(packageInfo)
                && STORY.matcher(Checkout.text(packageInfo)).find();
    }

    private static String shown(Path file) {
        return Checkout.root().relativize(file).toString();
    }
}
