package dev.parvis.domain.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds among thousands of things those that say nearly what another says. Gists that are alike disagree in three of their
 * sixteen orders at the most, so that of four groups of four orders one at least is the same: only what shares a group is
 * compared (locality-sensitive hashing, Indyk and Motwani 1998). Not thread-safe.
 */
public final class Likenesses<T> {
    private final List<Map<Long, List<Known<T>>>> groups = IntStream.range(0, Gist.LANES)
            .<Map<Long, List<Known<T>>>>mapToObj(_ -> new HashMap<>())
            .toList();

    private record Known<T>(long[] lanes, T thing) {}

    public void add(Gist gist, T thing) {
        var known = new Known<>(gist.lanes(), thing);
        for (var group = 0; group < known.lanes().length; group++) {
            groups.get(group)
                    .computeIfAbsent(known.lanes()[group], _ -> new ArrayList<>())
                    .add(known);
        }
    }

    /** Each once, in no order; {@code wanted} is asked before they are compared. */
    public Stream<T> of(Gist gist, Predicate<T> wanted) {
        var lanes = gist.lanes();
        return IntStream.range(0, lanes.length)
                .boxed()
                .flatMap(group -> groups.get(group).getOrDefault(lanes[group], List.of()).stream()
                        .filter(known -> wanted.test(known.thing())
                                && isFirst(lanes, known.lanes(), group)
                                && same(lanes, known.lanes()) >= Gist.ALIKE)
                        .map(Known::thing));
    }

    /** Whether no group before this one has shown it. */
    private static boolean isFirst(long[] one, long[] other, int group) {
        for (var before = 0; before < group; before++) {
            if (one[before] == other[before]) {
                return false;
            }
        }
        return true;
    }

    private static int same(long[] one, long[] other) {
        var same = 0;
        for (var lane = 0; lane < one.length; lane++) {
            var differs = one[lane] ^ other[lane];
            for (var shift = 0; shift < Long.SIZE; shift += Character.SIZE) {
                same += (differs >>> shift & 0xffff) == 0 ? 1 : 0;
            }
        }
        return same;
    }
}
