package dev.parvis.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Series at the desk, from the request to the posts in the calendar. Now is Saturday, 2026-11-21, 10:00 in Paris. */
class SeriesTest {
    private static final String ALL = Desk.path("/brands/" + Sample.BRAND + "/series");

    private final Desk desk = Desk.settled();

    private static Json.Obj daily() {
        return Json.obj(
                "rule",
                "FREQ=DAILY",
                "first",
                "2026-11-22T09:00",
                "text",
                "Bonjour",
                "channels",
                List.of(Sample.CHANNEL.value()));
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(ALL, body);
    }

    private String created(Json body) {
        return ALL + "/" + Answers.ok(create(body), 201).at("id").textOr("");
    }

    private Json changed(String series, long version, Json body) {
        var call = desk.as(Sample.WRITER).with("if-match", "\"" + version + "\"");
        return Answers.ok(call.patch(series, body), 200);
    }

    private List<Json> occurrences(String series, int limit) {
        var answer = desk.as(Sample.READER).get(series + "/occurrences?limit=" + limit);
        return Answers.ok(answer, 200).at("items").items();
    }

    private Response post(Json occurrence) {
        return desk.as(Sample.READER)
                .get(Desk.path("/posts/" + occurrence.at("post").textOr("")));
    }

    private static String state(Json occurrence) {
        return occurrence.at("state").textOr("");
    }

    private String text(Json occurrence) {
        return Answers.ok(post(occurrence), 200).at("text").textOr("");
    }

    @Test
    void posts_of_the_next_two_weeks_are_there_when_the_series_is_answered() {
        var series = created(daily());

        var next = occurrences(series, 16);
        assertThat(next.subList(0, 14)).extracting(SeriesTest::state).containsOnly("made");
        assertThat(next.subList(14, 16)).extracting(SeriesTest::state).containsOnly("planned");
        var first = Answers.ok(post(next.getFirst()), 200);
        assertThat(first.at("schedule", "instant").textOr("")).isEqualTo("2026-11-22T08:00:00.000Z");
        assertThat(first.at("targets", 0, "state").textOr("")).isEqualTo("scheduled");
        assertThat(post(next.getLast()).status()).isEqualTo(404);
    }

    @Test
    void a_repeated_request_makes_one_series() {
        var call = desk.as(Sample.WRITER).with("idempotency-key", "k-1");

        var first = Answers.ok(call.post(ALL, daily()), 201);
        var again = Answers.ok(call.post(ALL, daily()), 201);

        assertThat(again).isEqualTo(first);
        assertThat(Answers.ok(desk.as(Sample.READER).get(ALL), 200).at("items").items())
                .hasSize(2);
    }

    /** The first process kept the series and died before it remembered the answer. */
    @Test
    void who_takes_over_too_late_for_the_first_time_finds_the_series_that_was_made() {
        var body = daily().with("first", "2026-11-21T10:00:30");
        var forgetful = Desk.over(Forgetful.over(desk.stores), new ShelfFiles());
        var first = forgetful.as(Sample.WRITER).with("idempotency-key", "k").post(ALL, body);
        Answers.refused(first, Problem.Code.INTERNAL);

        desk.clock.advance(Duration.ofMinutes(2));
        var again = desk.as(Sample.WRITER).with("idempotency-key", "k").post(ALL, body);

        assertThat(Answers.ok(again, 201).at("first").textOr("")).isEqualTo("2026-11-21T10:00:30");
        assertThat(Answers.ok(desk.as(Sample.READER).get(ALL), 200).at("items").items())
                .hasSize(2);
    }

    @Test
    void from_a_day_on_it_says_something_else_but_for_what_somebody_changed() {
        var series = created(daily());
        var next = occurrences(series, 5);
        var edited = desk.as(Sample.WRITER).with("if-match", "\"1\"");
        var path = Desk.path("/posts/" + next.get(3).at("post").textOr(""));
        assertThat(edited.patch(path, Json.obj("text", "Fermé")).status()).isEqualTo(200);

        var now = changed(series, 1, Json.obj("from", "2026-11-24", "text", "Bonsoir"));

        assertThat(now.at("editions").items()).hasSize(2);
        assertThat(next.stream().map(this::text)).containsExactly("Bonjour", "Bonjour", "Bonsoir", "Fermé", "Bonsoir");
    }

    @Test
    void paused_its_posts_are_taken_back_and_made_again_when_it_goes_on() {
        var series = created(daily());
        var next = occurrences(series, 2);

        assertThat(changed(series, 1, Json.obj("paused", true)).at("state").textOr(""))
                .isEqualTo("paused");
        assertThat(post(next.getFirst()).status()).isEqualTo(404);
        assertThat(occurrences(series, 2)).extracting(SeriesTest::state).containsOnly("paused");

        changed(series, 2, Json.obj("paused", false));
        assertThat(text(next.getFirst())).isEqualTo("Bonjour");
    }

    @Test
    void a_last_day_and_a_skipped_time_take_their_posts_back() {
        var series = created(daily());
        var next = occurrences(series, 4);

        changed(series, 1, Json.obj("until", "2026-11-24"));
        var skip = desk.as(Sample.WRITER).with("if-match", "\"2\"");
        Answers.ok(skip.post(series + "/skip", Json.obj("at", "2026-11-23T09:00")), 200);

        assertThat(next.stream().map(occurrence -> post(occurrence).status())).containsExactly(200, 404, 200, 404);
        assertThat(occurrences(series, 4))
                .extracting(SeriesTest::state)
                .containsExactly("made", "skipped", "made", "skipped");
    }

    @Test
    void a_post_that_somebody_deleted_is_shown_as_deleted_and_not_made_again() {
        var series = created(daily());
        var first = occurrences(series, 1).getFirst();
        var id = first.at("post").textOr("");
        var gone = desk.as(Sample.WRITER).with("if-match", "\"1\"").delete(Desk.path("/posts/" + id));
        assertThat(gone.status()).isEqualTo(204);

        changed(series, 1, Json.obj("text", "Bonsoir"));

        assertThat(occurrences(series, 2)).extracting(SeriesTest::state).containsExactly("deleted", "made");
    }

    @ParameterizedTest
    @CsvSource({"keep, 200", "remove, 404"})
    void deleted_its_posts_stay_or_go(String posts, int status) {
        var series = created(daily());
        var first = occurrences(series, 1).getFirst();

        var answer = desk.as(Sample.WRITER).with("if-match", "\"1\"").delete(series + "?posts=" + posts);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(desk.as(Sample.READER).get(series).status()).isEqualTo(404);
        assertThat(post(first).status()).isEqualTo(status);
        var strange = desk.as(Sample.WRITER).with("if-match", "\"1\"").delete(ALL + "/x?posts=burn");
        Answers.refused(strange, Problem.Code.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=SOMETIMES | is not one of RFC 5545",
                "FREQ=MINUTELY | may come round every hour at most",
                "FREQ=DAILY;BYMINUTE=0,30 | comes round more often than once an hour",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | comes round at no time",
                "FREQ=DAILY;UNTIL=20200101 | comes round at no time"
            })
    void a_rule_that_cannot_be_followed_is_refused_and_nothing_is_kept(String rule, String why) {
        var answer = create(daily().with("rule", rule));

        assertThat(Answers.field(answer, "/rule", "not_usable")).contains(why);
        assertThat(desk.stores
                        .series()
                        .list(Sample.WORKSPACE, Sample.BRAND, PageRequest.first(9))
                        .items())
                .hasSize(1);
    }

    @Test
    void a_rule_without_end_is_followed_two_weeks_only() {
        created(daily().with("rule", "FREQ=HOURLY"));

        var taken = desk.stores
                .slots()
                .taken(Sample.WORKSPACE, Sample.CHANNEL, Sample.NOW, Instant.parse("2036-01-01T00:00:00Z"));
        assertThat(taken).hasSizeLessThan(14 * 24).last().satisfies(last -> assertThat(last.at())
                .isBefore(Instant.parse("2026-12-05T09:00:00Z")));
    }

    @Test
    void in_the_gap_of_march_a_series_moves_where_a_post_is_refused() {
        var series = created(daily().with("rule", "FREQ=WEEKLY;BYDAY=SU").with("first", "2027-03-28T02:30"));

        var next = occurrences(series, 2);

        assertThat(next.getFirst().at("at").textOr("")).isEqualTo("2027-03-28T02:30");
        assertThat(next.getFirst().at("schedule", "at").textOr("")).isEqualTo("2027-03-28T03:30");
        assertThat(next.getFirst().at("schedule", "instant").textOr("")).isEqualTo("2027-03-28T01:30:00.000Z");
        assertThat(next.getLast().at("schedule", "at").textOr("")).isEqualTo("2027-04-04T02:30");
    }

    @Test
    void what_a_series_cannot_be_is_refused_by_its_field() {
        Answers.field(create(daily().with("channels", List.of())), "/channels", "required");
        Answers.field(create(daily().with("first", "2026-11-20T09:00")), "/first", "in_the_past");
        Answers.field(create(daily().with("first", "demain")), "/first", "malformed");
        Answers.field(create(daily().with("first", "2026-12-01T09:00:00.5")), "/first", "malformed");
        Answers.field(create(daily().with("zone", "+02:00")), "/zone", "unknown_zone");
        Answers.field(create(daily().with("text", "x".repeat(501))), "/text", "text_too_long");
        var series = created(daily());
        var writer = desk.as(Sample.WRITER).with("if-match", "\"1\"");
        Answers.field(writer.patch(series, Json.obj("from", "2026-12-01")), "/from", "not_allowed");
        Answers.field(writer.patch(series, Json.obj("from", "2026-11-20", "text", "x")), "/from", "in_the_past");
        Answers.field(writer.post(series + "/skip", Json.obj("at", "2026-11-23T10:00")), "/at", "not_found");
    }

    @Test
    void after_twenty_changes_a_new_series_is_asked_for() {
        var series = created(daily());
        for (var version = 1; version <= 19; version++) {
            changed(series, version, Json.obj("text", "fois " + version));
        }

        var answer = desk.as(Sample.WRITER).with("if-match", "\"20\"").patch(series, Json.obj("text", "encore"));

        Answers.field(answer, "/from", "too_many");
        assertThat(text(occurrences(series, 1).getFirst())).isEqualTo("fois 19");
    }

    @Test
    void an_older_version_changes_nothing() {
        var series = created(daily());
        changed(series, 1, Json.obj("text", "Bonsoir"));
        var old = desk.as(Sample.WRITER).with("if-match", "\"1\"");

        Answers.refused(old.patch(series, Json.obj("paused", true)), Problem.Code.PRECONDITION_FAILED);
        Answers.refused(old.delete(series + "?posts=remove"), Problem.Code.PRECONDITION_FAILED);

        assertThat(desk.stores.posts().find(Sample.WORKSPACE, new PostId(id(series))))
                .isPresent();
    }

    private String id(String series) {
        return occurrences(series, 1).getFirst().at("post").textOr("");
    }

    @Test
    void what_was_done_stands_in_the_history() {
        var series = created(daily());
        changed(series, 1, Json.obj("paused", true));

        var audit = Answers.ok(desk.as(Sample.MANAGER).get(Desk.path("/audit")), 200);

        assertThat(audit.at("items").items())
                .extracting(entry -> entry.at("action").textOr(entry.at("deed").textOr("")))
                .contains("series.created", "series.changed");
        assertThat(audit.toString()).doesNotContain("Bonjour");
    }
}
