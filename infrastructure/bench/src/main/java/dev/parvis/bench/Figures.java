package dev.parvis.bench;

import java.util.List;
import java.util.Locale;

/** Numbers as the tables print them, in English whatever the machine's language. */
public final class Figures {

    private Figures() {}

    /** The middle one, or the mean of the two in the middle; of none, an {@link IllegalArgumentException}. */
    public static double median(List<Double> values) {
        return percentile(values, 50);
    }

    /** By linear interpolation between the closest ranks. */
    public static double percentile(List<Double> values, double percent) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no percentile of nothing");
        }
        List<Double> sorted = values.stream().sorted().toList();
        double rank = percent / 100 * (sorted.size() - 1);
        int below = (int) Math.floor(rank);
        int above = (int) Math.ceil(rank);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (rank - below);
    }

    /** With so many decimals. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Rounded to so many decimals, for JSON. */
    public static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
