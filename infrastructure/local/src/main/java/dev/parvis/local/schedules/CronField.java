package dev.parvis.local.schedules;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The values that one field of a cron expression allows: {@code *}, {@code a}, {@code a-b}, {@code a/n}, and lists of these. */
record CronField(BitSet allowed) {

    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /**
     * @param names the words that stand for {@code min}, {@code min + 1}…; none for a field of numbers
     */
    static CronField parse(String text, int min, int max, List<String> names) {
        var allowed = new BitSet(max + 1);
        for (String part : text.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            String range = stepped[0];
            int step = stepped.length == 1 ? 1 : number(stepped[1], text, 1, max, List.of());
            int dash = range.indexOf('-');
            int from;
            int to;
            if (range.equals("*") || range.equals("?")) {
                from = min;
                to = max;
            } else if (dash > 0) {
                from = number(range.substring(0, dash), text, min, max, names);
                to = number(range.substring(dash + 1), text, min, max, names);
            } else {
                from = number(range, text, min, max, names);
                to = stepped.length == 1 ? from : max;
            }
            add(allowed, from, to, step, min, max);
        }
        return new CronField(allowed);
    }

    boolean allows(int value) {
        return allowed.get(value);
    }

    /** A range that ends before it begins goes round: {@code FRI-MON}. */
    private static void add(BitSet allowed, int from, int to, int step, int min, int max) {
        int size = max - min + 1;
        int length = Math.floorMod(to - from, size);
        for (int i = 0; i <= length; i += step) {
            allowed.set(min + Math.floorMod(from - min + i, size));
        }
    }

    private static int number(String text, String field, int min, int max, List<String> names) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return min + name;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" in \"" + field + "\" must be between " + min + " and " + max);
        }
        return Integer.parseInt(text);
    }
}
