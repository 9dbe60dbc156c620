package dev.parvis.functions.api;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The channel's best hours at the desk, from its own figures or not at all. */
class BestTimesTest {
    private static final String PATH = Desk.path("/channels/" + Sample.CHANNEL + "/best-times");

    private final Desk desk = Desk.settled();

    private void said(int week, int hour, long likes) {
        var at = LocalDate.ofInstant(Sample.NOW, ZoneOffset.UTC)
                .minusWeeks(2)
                .minusWeeks(week % 9)
                .minusDays(week % 5)
                .atTime(hour, week % 60)
                .atZone(Sample.PARIS);
        var post = new Post(
                Sample.WORKSPACE,
                new PostId(Fixtures.id()),
                Sample.BRAND,
                new Content("x", Optional.empty(), List.of(), "fr"),
                Optional.of(new Schedule(at.toLocalDateTime(), Sample.PARIS, at.toInstant())),
                1,
                "me",
                Sample.NOW,
                1);
        desk.stores.posts().create(post, List.of());
        desk.stores
                .snapshots()
                .put(new Snapshot(
                        Sample.WORKSPACE,
                        Sample.BRAND,
                        Sample.CHANNEL,
                        Sample.SANDBOX,
                        new Subject.Published(post.id(), "n-" + post.id()),
                        at.plus(Duration.ofDays(4)).toLocalDate(),
                        Map.of(Metric.LIKES, new Reading.Measured(likes, "/posts", "likes", Sample.NOW))));
    }

    private Json read() {
        return Answers.ok(desk.as(Sample.READER).get(PATH), 200);
    }

    @Test
    void a_channel_with_few_posts_is_told_that_there_is_not_enough_data() {
        for (var i = 0; i < 29; i++) {
            said(i, 18, 40);
        }

        assertThat(read().at("state").textOr("")).isEqualTo("not_enough_data");
        assertThat(read().at("posts")).isEqualTo(Json.of(29));
        assertThat(read().at("windows").items()).isEmpty();
    }

    @Test
    void a_better_hour_comes_with_its_sample_and_what_was_counted() {
        for (var i = 0; i < 25; i++) {
            said(i, 10, 1 + i % 4);
            said(i, 18, 30 + i % 7);
        }

        var answer = read();

        assertThat(answer.at("state").textOr("")).isEqualTo("enough");
        assertThat(answer.at("engagement")).isEqualTo(Json.of(List.of("likes")));
        assertThat(answer.at("zone").textOr("")).isEqualTo("Europe/Paris");
        var best = answer.at("windows", 0);
        assertThat(best.at("from").textOr("")).isEqualTo("18:00");
        assertThat(best.at("clear")).isEqualTo(Json.of(true));
        assertThat(best.at("posts").whole().orElse(0L)).isGreaterThanOrEqualTo(5);
    }
}
