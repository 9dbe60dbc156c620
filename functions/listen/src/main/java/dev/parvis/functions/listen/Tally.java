package dev.parvis.functions.listen;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a poll found.
 *
 * @param found what the other side showed
 * @param kept what was stored for the first time
 * @param mentions what a watch matched for the first time
 * @param dropped what was left out, by reason
 */
record Tally(int found, int kept, int mentions, Map<String, Integer> dropped) {
    static final Tally NOTHING = new Tally(0, 0, 0, Map.of());

    Tally {
        dropped = Map.copyOf(dropped);
    }

    static Tally found(int found) {
        return new Tally(found, 0, 0, Map.of());
    }

    Tally plus(Tally more) {
        var all = new TreeMap<>(dropped);
        more.dropped.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
        return new Tally(found + more.found, kept + more.kept, mentions + more.mentions, all);
    }
}
