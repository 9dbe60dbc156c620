package dev.parvis.functions.report.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a chart's vertical axis: round numbers, at most seven, whole because counts are. It starts at zero unless
 * all values lie in the upper half, and the chart then says where it starts. Absurd values are held to ±10^15.
 */
record Axis(long from, long to, long step) {
    private static final int STEPS = 4;
    private static final long FARTHEST = 1_000_000_000_000_000L;
    private static final long[] ROUND = {1, 2, 5, 10};

    static Axis over(long least, long most) {
        long lowest = Math.clamp(least, -FARTHEST, FARTHEST);
        long highest = Math.clamp(most, -FARTHEST, FARTHEST);
        long floor = lowest > highest / 2 && lowest > 10 ? lowest : Math.min(0, lowest);
        long step = round(Math.max(1, Math.ceilDiv(highest - floor, STEPS)));
        long from = Math.floorDiv(floor, step) * step;
        long to = Math.max(from + step, Math.ceilDiv(highest, step) * step);
        return new Axis(from, to, step);
    }

    /** The next of 1, 2, 5, 10, 20, 50… */
    private static long round(long atLeast) {
        long magnitude = 1;
        while (magnitude * 10 <= atLeast) {
            magnitude *= 10;
        }
        for (long factor : ROUND) {
            if (factor * magnitude >= atLeast) {
                return factor * magnitude;
            }
        }
        throw new IllegalStateException("no round number above " + atLeast);
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
        return (float) Math.clamp((double) (value - from) / (to - from), 0.0, 1.0);
    }
}
