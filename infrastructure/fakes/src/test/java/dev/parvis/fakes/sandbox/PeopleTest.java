package dev.parvis.fakes.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTest {
    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private final SandboxServer server = SandboxServer.start(
            FakeServer.Options.LOOPBACK, SandboxOptions.QUIET.people(true).accessLife(Duration.ofDays(9)), clock);
    private Visitor cafe;
    private String post;

    @BeforeEach
    void publish() {
        cafe = Visitor.connect(server, "cafe-lumiere", "Café Lumière");
        post = cafe.publish("k1", "Bonjour").get("id");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void people_comment_over_time_in_both_languages_and_one_of_the_first_three_is_hostile() {
        assertThat(cafe.items("/inbox")).isEmpty();
        clock.advance(Duration.ofMinutes(4));
        List<Map<String, Object>> early = cafe.items("/posts/" + post + "/comments");
        clock.advance(Duration.ofHours(1));

        List<String> hostile = List.of("troll.92", "angry_sam", "gagnez.vite", "crypto_anna", "x5s", "tableur", "rtl");
        assertThat(early).hasSize(5);
        assertThat(early.subList(0, 3))
                .anyMatch(item -> hostile.contains(Json.map(item, "author").get("id")));
        var languages = new HashSet<Object>();
        cafe.items("/posts/" + post + "/comments").forEach(item -> languages.add(item.get("language")));
        assertThat(languages).contains("fr", "en");
    }

    @Test
    void the_inbox_goes_on_from_its_cursor_and_misses_nothing() {
        var seen = new HashSet<Object>();
        String cursor = "";
        for (int minute = 0; minute < 20; minute++) {
            clock.advance(Duration.ofMinutes(1));
            Http.Answer page = cafe.get("/inbox?limit=1&after=" + cursor);
            page.list("items")
                    .forEach(item ->
                            assertThat(seen.add(Json.asMap(item).get("id"))).isTrue());
            cursor = page.get("cursor");
        }

        assertThat(seen).hasSize(cafe.items("/inbox").size()).hasSizeGreaterThan(6);
        assertThat(cafe.get("/inbox?after=nonsense").get("error")).isEqualTo("cursor_invalid");
    }

    @Test
    void somebody_elsewhere_mentions_the_account_and_search_finds_it() {
        clock.advance(Duration.ofSeconds(20));

        List<Map<String, Object>> found = cafe.items("/search?q=lumi%C3%A8re+caf%C3%A9");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).containsEntry("kind", "mention").containsEntry("post", null);
        assertThat(cafe.http()
                        .post("/sandbox/v1/comments/" + found.getFirst().get("id") + "/hide", Json.object())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_comment_is_hidden_shown_again_and_deleted() {
        String id = server.comment(post, "lea", "spam", "fr");
        String path = "/sandbox/v1/comments/" + id;

        Http.Answer hidden = cafe.http().post(path + "/hide", Json.object());
        Http.Answer shown = cafe.http().post(path + "/unhide", Json.object());
        Http.Answer deleted = cafe.http().delete(path);

        assertThat(hidden.json()).containsEntry("hidden", true);
        assertThat(shown.json()).containsEntry("hidden", false);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(cafe.http().delete(path).status()).isEqualTo(404);
        assertThat(cafe.items("/inbox")).isEmpty();
    }

    @Test
    void a_blocked_author_is_not_seen_from_then_on() {
        server.comment(post, "lea", "before", "fr");
        clock.advance(Duration.ofMillis(1));
        cafe.http().post("/sandbox/v1/blocks", Json.object("author", "lea"));
        server.comment(post, "lea", "after", "fr");

        assertThat(cafe.items("/posts/" + post + "/comments"))
                .extracting(item -> item.get("text"))
                .containsExactly("before");
        cafe.http().delete("/sandbox/v1/blocks/lea");
        assertThat(cafe.items("/posts/" + post + "/comments")).hasSize(2);
    }

    @Test
    void another_accounts_posts_and_comments_are_not_there() {
        Visitor other = Visitor.connect(server, "other", "Other");
        String id = server.comment(post, "lea", "x", "fr");

        assertThat(other.get("/posts/" + post).status()).isEqualTo(404);
        assertThat(other.get("/comments/" + id).status()).isEqualTo(404);
        assertThat(other.items("/inbox")).isEmpty();
    }

    @Test
    void counts_grow_and_never_fall_and_two_looks_at_one_time_agree() {
        long views = -1;
        long followers = -1;
        for (int hour = 0; hour < 48; hour += 6) {

            Map<String, Object> counts = Json.map(cafe.get("/posts/" + post).json(), "counts");
            assertThat(Json.map(cafe.get("/posts/" + post).json(), "counts")).isEqualTo(counts);
            assertThat((long) counts.get("views")).isGreaterThanOrEqualTo(views);
            views = (long) counts.get("views");
            long now = (long) cafe.get("/account").json().get("followers");
            assertThat(now).isGreaterThanOrEqualTo(followers);
            followers = now;
            clock.advance(Duration.ofHours(6));
        }
        assertThat(views).isGreaterThan(100);
    }
}
