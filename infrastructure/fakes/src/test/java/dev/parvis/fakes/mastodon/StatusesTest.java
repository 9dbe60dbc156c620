package dev.parvis.fakes.mastodon;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class StatusesTest {
    private static final String STATUSES = "/api/v1/statuses";

    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private MastodonServer server = start(MastodonOptions.MASTODON);
    private Http alice;

    @BeforeEach
    void signIn() {
        alice = Http.to(server.uri()).bearer(server.account("alice", "a").token());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_status_comes_back_as_an_entity_with_its_html_and_application() {
        Http.Answer answer = alice.post(STATUSES, Json.object("status", "Hello <world>", "language", "en"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("content", "<p>Hello &lt;world&gt;</p>")
                .containsEntry("created_at", "2026-01-15T10:00:00.000Z")
                .containsEntry("language", "en");
        assertThat(Json.map(answer.json(), "application")).containsEntry("name", "Parvis");
        assertThat(alice.get(STATUSES + "/" + answer.get("id")).status()).isEqualTo(200);
    }

    @Test
    void an_idempotency_key_gives_the_first_status_for_an_hour_whatever_the_body_says() {
        Http.Answer first = alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");
        Http.Answer again = alice.post(STATUSES, Json.object("status", "two"), "Idempotency-Key", "k");
        clock.advance(Duration.ofHours(1));
        Http.Answer late = alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");

        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(late.get("id")).isNotEqualTo(first.get("id"));
        assertThat(server.posts()).extracting(MastodonServer.Post::text).containsExactly("one", "one");
    }

    @Test
    void a_failed_attempt_does_not_burn_the_key_and_a_deleted_first_status_is_404() {
        alice.post(STATUSES, Json.object("status", "x".repeat(501)), "Idempotency-Key", "k");
        Http.Answer first = alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");
        alice.delete(STATUSES + "/" + first.get("id"));

        Http.Answer again = alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.get("error")).isEqualTo("Record not found");
    }

    @Test
    void a_look_alike_ignores_the_key_and_a_buggy_release_answers_500_without_a_second_status() {
        restart(MastodonOptions.SNAC);
        alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");
        alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");
        int ignored = server.posts().size();

        restart(MastodonOptions.MASTODON.idempotency(MastodonOptions.Idempotency.FAILS_ON_REPEAT));
        alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");
        Http.Answer again = alice.post(STATUSES, Json.object("status", "one"), "Idempotency-Key", "k");

        assertThat(ignored).isEqualTo(2);
        assertThat(again.status()).isEqualTo(500);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void a_text_over_the_limit_and_an_empty_one_are_422() {
        Http.Answer over = alice.form(STATUSES, "status=" + "x".repeat(501));
        Http.Answer empty = alice.form(STATUSES, "status=");
        Http.Answer linked =
                alice.form(STATUSES, "status=" + "x".repeat(476) + "+https%3A%2F%2Fexample.com%2F" + "y".repeat(99));

        assertThat(over.status()).isEqualTo(422);
        assertThat(over.get("error")).isEqualTo("Validation failed: Text character limit of 500 exceeded");
        assertThat(empty.get("error")).isEqualTo("Validation failed: Text can't be blank");
        assertThat(linked.status()).isEqualTo(200);
    }

    @Test
    void deleting_gives_the_text_back_and_a_second_time_404_or_200() {
        String id = alice.form(STATUSES, "status=one").get("id");
        Http.Answer first = alice.delete(STATUSES + "/" + id);
        Http.Answer again = alice.delete(STATUSES + "/" + id);

        restart(MastodonOptions.SNAC);
        String other = alice.form(STATUSES, "status=one").get("id");
        alice.delete(STATUSES + "/" + other);
        Http.Answer snac = alice.delete(STATUSES + "/" + other);

        assertThat(first.get("text")).isEqualTo("one");
        assertThat(again.status()).isEqualTo(404);
        assertThat(snac.status()).isEqualTo(200);
    }

    @Test
    void a_context_has_what_is_above_and_below() {
        String root = alice.form(STATUSES, "status=root").get("id");
        String reply =
                alice.form(STATUSES, "status=reply&in_reply_to_id=" + root).get("id");
        alice.form(STATUSES, "status=answer&in_reply_to_id=" + reply);

        Http.Answer context = alice.get(STATUSES + "/" + reply + "/context");

        assertThat(context.list("ancestors")).extracting(StatusesTest::content).containsExactly("<p>root</p>");
        assertThat(context.list("descendants"))
                .extracting(StatusesTest::content)
                .containsExactly("<p>answer</p>");
        assertThat(alice.form(STATUSES, "status=x&in_reply_to_id=1").status()).isEqualTo(404);
    }

    @Test
    void many_are_asked_for_at_once_and_unknown_ones_are_left_out() {
        String one = alice.form(STATUSES, "status=one").get("id");
        String two = alice.form(STATUSES, "status=two").get("id");
        server.count(one, "favourites", 7);

        Http.Answer answer = alice.get(STATUSES + "?id%5B%5D=" + one + "&id[]=9&id[]=" + two);

        assertThat(answer.list()).hasSize(2);
        assertThat(answer.text()).contains("\"favourites_count\":7");
    }

    @Test
    void a_look_alike_is_terse_in_its_own_way() {
        restart(MastodonOptions.SNAC);
        Http.Answer posted = alice.form(STATUSES, "status=bonjour");

        Http.Answer badToken = Http.to(server.uri()).bearer("x").get("/api/v1/accounts/verify_credentials");
        Http.Answer many = alice.get(STATUSES + "?id[]=" + posted.get("id"));

        assertThat(posted.get("id")).matches("[0-9a-f]{20,}");
        assertThat(posted.json())
                .doesNotContainKeys("application", "quotes_count")
                .containsEntry("content", "bonjour");
        assertThat(badToken.status()).isEqualTo(422);
        assertThat(badToken.bytes()).isEmpty();
        assertThat(many.status()).isEqualTo(404);
        assertThat(many.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void no_token_is_401_a_narrow_one_403_and_limits_are_told_in_headers() {
        Http.Answer none = Http.to(server.uri()).form(STATUSES, "status=x");
        Http.Answer mine = alice.get("/api/v1/accounts/verify_credentials");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.get("error")).isEqualTo("The access token is invalid");
        assertThat(mine.header("X-RateLimit-Limit")).isEqualTo("300");
        assertThat(mine.header("X-RateLimit-Remaining")).isEqualTo("299");
        assertThat(mine.header("X-RateLimit-Reset")).isEqualTo("2026-01-15T10:05:00.000000Z");
    }

    @Test
    void over_the_limit_is_429_until_the_reset() {
        restart(MastodonOptions.MASTODON.requestsPerFiveMinutes(2));
        for (int i = 0; i < 2; i++) alice.get("/api/v1/accounts/verify_credentials");

        Http.Answer over = alice.get("/api/v1/accounts/verify_credentials");
        clock.advance(Duration.ofMinutes(5));

        assertThat(over.status()).isEqualTo(429);
        assertThat(over.get("error")).isEqualTo("Too many requests");
        assertThat(alice.get("/api/v1/accounts/verify_credentials").status()).isEqualTo(200);
    }

    private static String content(Object status) {
        return Json.string(Json.asMap(status), "content");
    }

    private void restart(MastodonOptions options) {
        server.close();
        server = start(options);
        signIn();
    }

    private MastodonServer start(MastodonOptions options) {
        return MastodonServer.start(FakeServer.Options.LOOPBACK, options, clock);
    }
}
