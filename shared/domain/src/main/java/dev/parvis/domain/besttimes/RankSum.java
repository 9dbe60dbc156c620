package dev.parvis.domain.besttimes;

import java.util.Arrays;

/** The one-sided rank-sum test of Wilcoxon, Mann and Whitney, by its normal approximation. */
final class RankSum {
    private RankSum() {}

    /** How often chance alone would rank {@code some} as high above {@code others} as they are, or higher. */
    static double chance(long[] some, long[] others) {
        double n = some.length;
        double m = others.length;
        var all = new long[some.length + others.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        var ranks = 0.0;
        for (var value : some) {
            ranks += rank(all, value);
        }
        var wins = ranks - n * (n + 1) / 2;
        var total = n + m;
        var spread = n * m / 12 * (total + 1 - ties(all) / (total * (total - 1)));
        if (spread <= 0) {
            return 1; // all are the same
        }
        return upper((wins - n * m / 2 - 0.5) / Math.sqrt(spread));
    }

    /** The mean rank, from 1, of all that have this value. */
    private static double rank(long[] sorted, long value) {
        return (below(sorted, value) + 1 + below(sorted, value + 1)) / 2.0;
    }

    private static int below(long[] sorted, long value) {
        var from = 0;
        var to = sorted.length;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double ties(long[] sorted) {
        var sum = 0.0;
        for (var i = 0; i < sorted.length; ) {
            double alike = below(sorted, sorted[i] + 1) - i;
            sum += alike * alike * alike - alike;
            i += (int) alike;
        }
        return sum;
    }

    /** The upper tail of the normal distribution, to 1.5e-7: Abramowitz and Stegun, 7.1.26. */
    private static double upper(double z) {
        var x = Math.abs(z) / Math.sqrt(2);
        var t = 1 / (1 + 0.3275911 * x);
        var poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        var tail = poly * Math.exp(-x * x) / 2;
        return z >= 0 ? tail : 1 - tail;
    }
}
