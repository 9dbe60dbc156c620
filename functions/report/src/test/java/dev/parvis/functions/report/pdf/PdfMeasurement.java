package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.SampleReports;

/**
 * Prints what a report costs in this JVM: the first one, the median of twenty more, the process's peak memory. Run its
 * main with the function's own flags; the figures in this package's documentation come from it.
 */
final class PdfMeasurement {
    private static final int WARM = 20;

    /** The thread's own time: the machine may be busy with other things. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private PdfMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        ReportDocument report = SampleReports.of(
                ReportLanguage.FRENCH,
                List.of(
                        SampleReports.summary(),
                        SampleReports.keyFigures(),
                        SampleReports.followers(31),
                        SampleReports.posts(arguments.length == 0 ? 120 : Integer.parseInt(arguments[0])),
                        SampleReports.mentions(40),
                        SampleReports.definitions()));
        PdfRenderer renderer = new PdfRenderer();
        long start = CLOCK.getCurrentThreadCpuTime();
        Rendered first = renderer.render(report);
        long firstMillis = (CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000;
        long[] warm = new long[WARM];
        for (int i = 0; i < WARM; i++) {
            long again = CLOCK.getCurrentThreadCpuTime();
            renderer.render(report);
            warm[i] = (CLOCK.getCurrentThreadCpuTime() - again) / 1_000_000;
        }
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%d pages, %d KB: first %d ms, warm %d ms of CPU, peak %s%n",
                first.pages(),
                first.bytes().length / 1024,
                firstMillis,
                warm[WARM / 2],
                peak());
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .map(line -> line.substring(6).strip())
                .orElse("?");
    }
}
