package dev.parvis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine the figures are from, and what its processes hold (Linux: proc(5)). */
public final class Host {

    private static final double KB_PER_MB = 1024;

    private Host() {}

    /** Processors, system, JVM, and how busy the last minute was: times on a busy machine are upper bounds. */
    public static String describe() {
        try {
            return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ", " + System.getProperty("java.vendor.version") + ", load "
                    + Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException("the bench reads /proc: it runs on Linux", e);
        }
    }

    /** The most memory that the process has held so far, in MB. */
    public static double peakMb(long pid) {
        return status(pid, "VmHWM:");
    }

    /** The memory that the process holds now, in MB. */
    public static double residentMb(long pid) {
        return status(pid, "VmRSS:");
    }

    private static double status(long pid, String field) {
        Path file = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToDouble(Double::parseDouble)
                    .map(kb -> kb / KB_PER_MB)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended: no " + field));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
