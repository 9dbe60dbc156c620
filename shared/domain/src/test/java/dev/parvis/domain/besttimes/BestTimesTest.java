package dev.parvis.domain.besttimes;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the figures of a channel say of its hours, and when they say nothing. */
class BestTimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant monday(int week, int hour) {
        return LocalDateTime.parse("2026-09-07T00:30")
                .plusWeeks(week)
                .plusHours(hour)
                .atZone(PARIS)
                .toInstant();
    }

    /** So many posts at an hour of Mondays, each answered by one of these numbers. */
    private static List<Answered> posts(int hour, int count, long... engagement) {
        var posts = new ArrayList<Answered>();
        for (var i = 0; i < count; i++) {
            posts.add(new Answered(monday(i, hour), engagement[i % engagement.length]));
        }
        return posts;
    }

    private static List<Answered> all(List<List<Answered>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    @Test
    void too_few_posts_say_nothing() {
        var few = all(List.of(posts(9, 15, 100), posts(18, 14, 1)));

        assertThat(BestTimes.of(few, PARIS)).isEqualTo(new BestTimes.Found.NotEnough(29));
    }

    @Test
    void posts_at_one_hour_only_can_be_compared_with_nothing() {
        assertThat(BestTimes.of(all(List.of(posts(9, 40, 3, 4), posts(18, 4, 90))), PARIS))
                .isEqualTo(new BestTimes.Found.NotEnough(44));
    }

    @Test
    void a_better_hour_is_told_with_what_it_rests_on() {
        var found = (BestTimes.Found.Enough)
                BestTimes.of(all(List.of(posts(9, 20, 1, 2, 3, 4), posts(18, 12, 20, 25, 30))), PARIS);

        assertThat(found.posts()).isEqualTo(32);
        assertThat(found.windows()).hasSize(2);
        var best = found.windows().getFirst();
        assertThat(best.window()).isEqualTo(new Window(false, 18));
        assertThat(best.posts()).isEqualTo(12);
        assertThat(best.median()).isEqualTo(25);
        assertThat(best.clear()).isTrue();
        assertThat(found.windows().getLast().clear()).isFalse();
    }

    @Test
    void what_is_all_the_same_is_no_better_anywhere() {
        var found = (BestTimes.Found.Enough) BestTimes.of(all(List.of(posts(9, 20, 7), posts(18, 20, 7))), PARIS);

        assertThat(found.windows()).noneMatch(BestTimes.Rated::clear);
        assertThat(found.median()).isEqualTo(7);
    }

    /** One post that travelled far makes no hour. */
    @Test
    void an_outlier_makes_no_best_hour() {
        var quiet = posts(9, 30, 3, 4, 5, 6);
        var lucky = new ArrayList<>(posts(18, 6, 3, 4, 5));
        lucky.add(new Answered(monday(7, 18), 100_000));

        var found = (BestTimes.Found.Enough) BestTimes.of(all(List.of(quiet, lucky)), PARIS);

        assertThat(found.windows()).noneMatch(BestTimes.Rated::clear);
    }

    /** Twelve hours of noise each: about one channel in twenty may be told of a difference, not most. */
    @Test
    void chance_alone_rarely_looks_like_a_best_hour() {
        var random = new Random(7);
        var told = 0;
        for (var channel = 0; channel < 200; channel++) {
            var posts = new ArrayList<Answered>();
            for (var hour = 0; hour < 24; hour += 2) {
                for (var i = 0; i < 8; i++) {
                    posts.add(new Answered(monday(i, hour), Math.round(Math.exp(random.nextGaussian() * 1.5 + 2))));
                }
            }
            var found = (BestTimes.Found.Enough) BestTimes.of(posts, PARIS);
            told += found.windows().stream().anyMatch(BestTimes.Rated::clear) ? 1 : 0;
        }

        assertThat(told).isLessThanOrEqualTo(20);
    }

    @Test
    void hours_are_those_of_the_brands_wall_clock_on_both_sides_of_a_change() {
        var summer = Instant.parse("2026-10-24T16:30:00Z");
        var winter = Instant.parse("2026-10-25T17:30:00Z");

        assertThat(Window.of(summer.atZone(PARIS))).isEqualTo(new Window(true, 18));
        assertThat(Window.of(winter.atZone(PARIS))).isEqualTo(new Window(true, 18));
        assertThat(summer.atZone(PARIS).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(new Window(false, 22).until().toString()).isEqualTo("00:00");
    }

    /** Computed by another program from the definition. */
    @Test
    void the_rank_sum_is_the_textbooks() {
        assertThat(RankSum.chance(new long[] {12, 15, 15, 20, 30}, new long[] {1, 2, 3, 4, 5, 6, 7, 12, 12, 15}))
                .isCloseTo(0.003998292, within(1e-6));
        assertThat(RankSum.chance(new long[] {1, 2, 3, 4, 5}, new long[] {3, 4, 5, 6, 7, 8, 9, 10}))
                .isCloseTo(0.990660399, within(1e-6));
    }
}
