package dev.parvis.functions.report.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a chart's vertical axis: round numbers, four to six of them, whole because counts are. It starts at
 * zero unless all values lie in the upper half, and then says where it starts.
 */
record Axis(long from, long to, long step) {
    private static final int STEPS = 4;

    static Axis over(long lowest, long highest) {
        long floor = lowest > highest / 2 && lowest > 10 ? lowest : Math.min(0, lowest);
        long span = Math.max(1, highest - floor);
        long step = round(Math.max(1, Math.ceilDiv(span, STEPS)));
        long from = Math.floorDiv(floor, step) * step;
        long to = Math.max(from + step, Math.ceilDiv(highest, step) * step);
        return new Axis(from, to, step);
    }

    /** The next of 1, 2, 5, 10, 20, 50… */
    private static long round(long atLeast) {
        long magnitude = 1;
        while (magnitude <= Long.MAX_VALUE / 10 && magnitude * 10 <= atLeast) {
            magnitude *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * magnitude >= atLeast) {
                return factor * magnitude;
            }
        }
        return 10 * magnitude;
    }

    List<Long> marks() {
        List<Long> marks = new ArrayList<>();
        for (long mark = from; mark <= to; mark += step) {
            marks.add(mark);
        }
        return marks;
    }

    /** 0 at the bottom, 1 at the top. */
    float place(long value) {
        return (float) ((double) (value - from) / (to - from));
    }
}
