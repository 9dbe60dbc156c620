package dev.parvis.bench;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * What can be said to the bench, each as {@code -Dbench.NAME=VALUE}.
 *
 * @param only the parts to run; none: all
 * @param runs samples of each time
 * @param folder where data, caches and figures go
 */
public record Options(Set<String> only, int runs, Path folder) {

    public Options {
        only = Set.copyOf(only);
        folder = folder.toAbsolutePath();
        if (runs < 1) {
            throw new IllegalArgumentException("a time needs one sample at least, not " + runs);
        }
    }

    /** Reads system properties; what is not said has its default. */
    public static Options of(Properties properties) {
        String only = properties.getProperty("bench.only", "").strip();
        return new Options(
                only.isEmpty() ? Set.of() : Set.of(only.split(",")),
                Integer.parseInt(properties.getProperty("bench.runs", "7")),
                Path.of(properties.getProperty("bench.folder", "target")));
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }
}
