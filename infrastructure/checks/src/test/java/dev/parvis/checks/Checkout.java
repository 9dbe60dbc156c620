package dev.parvis.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parvis.emulators.template.Template;

/** The folder with {@code template.yaml}, and the modules that its poms name. */
public final class Checkout {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Path ROOT = rootFolder();

    private Checkout() {}

    /** The checkout's root. */
    public static Path root() {
        return ROOT;
    }

    private static Path rootFolder() {
        Path file = Template.find().file();
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    /** Every module with code of its own, as a path below the root such as {@code shared/kernel}. */
    public static List<String> modules() {
        return modulesOf(root().resolve("pom.xml")).stream()
                .flatMap(module -> {
                    List<String> inner = modulesOf(root().resolve(module).resolve("pom.xml"));
                    return inner.isEmpty() ? Stream.of(module) : inner.stream().map(name -> module + "/" + name);
                })
                .toList();
    }

    /** The files below a folder whose name ends so; none when there is no such folder. */
    public static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's text. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> modulesOf(Path pom) {
        return MODULE.matcher(text(pom)).results().map(found -> group(found)).toList();
    }

    private static String group(MatchResult found) {
        return found.group(1);
    }
}
