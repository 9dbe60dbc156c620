package dev.parvis.domain.besttimes;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares the hours at which a channel spoke by how its posts were answered.
 *
 * <p>A window takes part with {@value #LEAST_OF_WINDOW} posts or more. Whether its posts were answered better than all
 * others is asked by a one-sided rank-sum test (Wilcoxon 1945, Mann and Whitney 1947; normal approximation with the
 * corrections for ties and for continuity), because engagement is skewed: one post that travelled far must not make an
 * hour. As many windows are asked at once, the answers are corrected by Holm's method (Holm 1979). A window is
 * {@linkplain Rated#clear clear} where what was seen, or more, would come by chance less often than one time in twenty.
 */
public final class BestTimes {
    public static final int LEAST_POSTS = 30;
    public static final int LEAST_OF_WINDOW = 5;
    private static final double BY_CHANCE = 0.05;

    private BestTimes() {}

    /** What the figures say. */
    public sealed interface Found {
        /** Too few posts, or all at one time of the day: nothing can be said. */
        record NotEnough(int posts) implements Found {}

        /**
         * @param median engagement of all posts
         * @param windows the best first
         */
        record Enough(int posts, double median, List<Rated> windows) implements Found {
            public Enough {
                windows = List.copyOf(windows);
            }
        }
    }

    /**
     * A window that could be compared.
     *
     * @param posts how many it rests on
     * @param chance how often chance alone would make it look as good, or better, after correction
     */
    public record Rated(Window window, int posts, double median, double chance) {
        /** Whether the difference is more than chance would make. */
        public boolean clear() {
            return chance < BY_CHANCE;
        }
    }

    public static Found of(List<Answered> posts, ZoneId zone) {
        var windows =
                posts.stream()
                        .collect(Collectors.groupingBy(
                                post -> Window.of(post.at().atZone(zone))))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue().size() >= LEAST_OF_WINDOW)
                        .toList();
        if (posts.size() < LEAST_POSTS || windows.size() < 2) {
            return new Found.NotEnough(posts.size());
        }
        var rated = windows.stream()
                .map(entry -> rated(entry, posts, zone))
                .sorted(Comparator.comparingDouble(Rated::chance))
                .toList();
        return new Found.Enough(posts.size(), median(posts), bestFirst(corrected(rated)));
    }

    private static Rated rated(Map.Entry<Window, List<Answered>> window, List<Answered> all, ZoneId zone) {
        var inside = window.getValue();
        var others = all.stream()
                .filter(post -> !window.getKey().equals(Window.of(post.at().atZone(zone))))
                .toList();
        return new Rated(
                window.getKey(), inside.size(), median(inside), RankSum.chance(values(inside), values(others)));
    }

    /** Holm: the smallest is multiplied by how many were asked, the next by one less; none falls below one before it. */
    private static List<Rated> corrected(List<Rated> ascending) {
        var all = new ArrayList<Rated>();
        var least = 0.0;
        for (var i = 0; i < ascending.size(); i++) {
            var one = ascending.get(i);
            least = Math.max(least, Math.min(1, one.chance() * (ascending.size() - i)));
            all.add(new Rated(one.window(), one.posts(), one.median(), least));
        }
        return all;
    }

    private static List<Rated> bestFirst(List<Rated> rated) {
        return rated.stream()
                .sorted(Comparator.comparingDouble(Rated::median)
                        .reversed()
                        .thenComparing(Comparator.comparingInt(Rated::posts).reversed())
                        .thenComparing(each -> each.window().weekend())
                        .thenComparing(each -> each.window().hour()))
                .toList();
    }

    private static long[] values(List<Answered> posts) {
        return posts.stream().mapToLong(Answered::engagement).toArray();
    }

    private static double median(List<Answered> posts) {
        var sorted = posts.stream().mapToLong(Answered::engagement).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
