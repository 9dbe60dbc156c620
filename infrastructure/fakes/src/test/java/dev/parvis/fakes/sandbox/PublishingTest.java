package dev.parvis.fakes.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class PublishingTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};

    @TempDir
    Path folder;

    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private SandboxServer server;
    private Visitor cafe;

    @BeforeEach
    void connect() {
        server = start();
        cafe = Visitor.connect(server, "cafe-lumiere", "Café Lumière");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_key_publishes_once_and_the_same_again_is_200() {
        Http.Answer first = cafe.publish("k1", "Bonjour 👋");
        Http.Answer again = cafe.publish("k1", "Bonjour 👋");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json())
                .containsEntry("id", "p_" + first.get("id").substring(2))
                .containsEntry("created_at", "2026-01-15T10:00:00.000Z")
                .containsEntry("url", server.uri() + "/cafe-lumiere/" + first.get("id"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void other_content_under_a_key_is_409_and_after_deletion_410() {
        String id = cafe.publish("k1", "one").get("id");

        Http.Answer other = cafe.publish("k1", "two");
        Http.Answer deleted = cafe.http().delete("/sandbox/v1/posts/" + id);
        Http.Answer after = cafe.publish("k1", "one");

        assertThat(other.status()).isEqualTo(409);
        assertThat(Json.map(other.json(), "post")).containsEntry("id", id);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(after.status()).isEqualTo(410);
        assertThat(cafe.http().delete("/sandbox/v1/posts/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_post_is_found_by_its_key_and_ones_own_are_paged_newest_first() {
        for (String key : List.of("a", "b", "c")) cafe.publish(key, "text " + key);

        Http.Answer first = cafe.get("/posts?limit=2");
        Http.Answer second = cafe.get("/posts?limit=2&cursor=" + first.get("cursor"));

        assertThat(keys(cafe.get("/posts?key=b"))).containsExactly("b");
        assertThat(keys(cafe.get("/posts?key=z"))).isEmpty();
        assertThat(keys(first)).containsExactly("c", "b");
        assertThat(keys(second)).containsExactly("a");
        assertThat(second.json()).doesNotContainKey("cursor");
    }

    @Test
    void images_are_named_by_content_and_shown_with_their_alt_text() {
        Http.Answer upload = cafe.http().call("POST", "/sandbox/v1/media", PNG);
        Http.Answer again = cafe.http().call("POST", "/sandbox/v1/media", PNG);

        Http.Answer post = cafe.http()
                .post(
                        "/sandbox/v1/posts",
                        Json.object(
                                "key", "k", "media", List.of(Json.object("id", upload.get("id"), "alt", "un chat"))));

        assertThat(upload.status()).isEqualTo(201);
        assertThat(again.get("id")).isEqualTo(upload.get("id"));
        Map<String, Object> media = Json.asMap(post.list("media").getFirst());
        assertThat(media).containsEntry("alt", "un chat").containsEntry("type", "image/png");
        assertThat(cafe.http().get((String) media.get("url")).bytes()).isEqualTo(PNG);
        assertThat(Http.to(server.uri()).get("/").text()).contains("alt=\"un chat\"");
    }

    @Test
    void bad_posts_are_refused_by_name() {
        assertThat(cafe.publish("a key", "x").get("error")).isEqualTo("key_invalid");
        assertThat(cafe.publish("k", " ").get("error")).isEqualTo("text_empty");
        assertThat(cafe.publish("k", "👨‍👩‍👧".repeat(500)).status()).isEqualTo(201);
        assertThat(cafe.publish("l", "x".repeat(501)).get("error")).isEqualTo("text_too_long");
        assertThat(cafe.http().call("POST", "/sandbox/v1/media", new byte[] {1}).get("error"))
                .isEqualTo("unsupported_media");
        assertThat(cafe.http()
                        .call("POST", "/sandbox/v1/posts", new byte[] {'{'})
                        .status())
                .isEqualTo(400);
        assertThat(cafe.get("/nowhere").status()).isEqualTo(404);
    }

    @Test
    void a_poll_is_kept_with_its_post_and_a_bad_one_is_refused() {
        Map<String, Object> good = Json.object("options", List.of("Oui", "Non"), "open_seconds", 86_400);
        Http.Answer made = poll("k1", good);
        Http.Answer again = poll("k1", good);

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(Json.map(made.json(), "poll")).containsEntry("options", List.of("Oui", "Non"));
        assertThat(poll("k1", Json.object("options", List.of("Oui", "Non !"), "open_seconds", 86_400))
                        .status())
                .isEqualTo(409);
        for (Map<String, Object> bad : List.of(
                Json.object("options", List.of("Oui"), "open_seconds", 86_400),
                Json.object("options", List.of(), "open_seconds", 86_400),
                Json.object("options", List.of("Oui", "x".repeat(51)), "open_seconds", 86_400),
                Json.object("options", List.of("Oui", "Non"), "open_seconds", 10)))
            assertThat(poll("k2", bad).get("error")).isEqualTo("poll_invalid");
    }

    @Test
    void an_answer_can_be_made_and_refused_all_the_same() {
        String post = cafe.publish("k1", "one").get("id");
        Http.to(server.uri())
                .post(
                        "/__faults",
                        Json.object(
                                "method",
                                "POST",
                                "path",
                                "/sandbox/v1/posts",
                                "contains",
                                "\"reply_to\":\"p_",
                                "fault",
                                "answer_after_effect",
                                "status",
                                400));

        Http.Answer refused =
                cafe.http().post("/sandbox/v1/posts", Json.object("key", "k2", "text", "premier !", "reply_to", post));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(server.posts()).extracting(SandboxServer.Published::replyTo).containsExactlyInAnyOrder("", post);
    }

    private Http.Answer poll(String key, Map<String, Object> poll) {
        return cafe.http().post("/sandbox/v1/posts", Json.object("key", key, "text", "Alors ?", "poll", poll));
    }

    @Test
    void access_expires_and_refresh_leads_to_the_same_successor_for_two_hours() {
        clock.advance(Duration.ofMinutes(15));
        Http.Answer expired = cafe.get("/account");
        Http.Answer first = refresh(cafe.refresh());
        Http.Answer again = refresh(cafe.refresh());
        clock.advance(Duration.ofHours(2));
        Http.Answer late = refresh(cafe.refresh());

        assertThat(expired.get("error")).isEqualTo("expired_token");
        assertThat(again.get("refresh_token")).isEqualTo(first.get("refresh_token"));
        assertThat(late.status()).isEqualTo(401);
        assertThat(refresh(first.get("refresh_token")).status()).isEqualTo(200);
        assertThat(Http.to(server.uri())
                        .bearer("sat_cafe-lumiere.9999999999.00")
                        .get("/sandbox/v1/account")
                        .get("error"))
                .isEqualTo("invalid_token");
    }

    @Test
    void what_was_published_outlives_a_restart_with_tokens_and_keys() {
        String image = cafe.http().call("POST", "/sandbox/v1/media", PNG).get("id");
        String id = cafe.publish("k1", "one").get("id");
        String poll = poll("k3", Json.object("options", List.of("a", "b"), "open_seconds", 300))
                .get("id");
        server.close();

        server = start();
        var back = new Visitor(new Http(server.uri(), cafe.http().authorization()), cafe.refresh());

        assertThat(back.publish("k1", "one").get("id")).isEqualTo(id);
        assertThat(back.publish("k2", "two").get("id")).isNotEqualTo(id);
        assertThat(Json.map(back.get("/posts/" + poll).json(), "poll")).containsEntry("options", List.of("a", "b"));
        assertThat(back.http().get("/media/" + image).bytes()).isEqualTo(PNG);
        assertThat(refresh(back.refresh()).status()).isEqualTo(200);
    }

    @Test
    void the_301st_request_in_five_minutes_is_429() {
        for (int i = 0; i < 300; i++) cafe.get("/limits");

        Http.Answer over = cafe.get("/limits");

        assertThat(over.get("error")).isEqualTo("rate_limited");
        assertThat(over.header("Retry-After")).isEqualTo("300");
        assertThat(over.header("RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void the_page_escapes_what_people_wrote() {
        String post = cafe.publish("k", "<b>gras</b>").get("id");
        server.comment(post, "x5s", "<script>alert(1)</script>", "en");

        String page = Http.to(server.uri()).get("/cafe-lumiere/" + post).text();

        assertThat(page).contains("&lt;b&gt;gras&lt;/b&gt;").doesNotContain("<script>");
    }

    private Http.Answer refresh(String token) {
        return Http.to(server.uri()).post("/sandbox/v1/refresh", Json.object("refresh_token", token));
    }

    private SandboxServer start() {
        return SandboxServer.start(FakeServer.Options.LOOPBACK, SandboxOptions.QUIET.folder(folder), clock);
    }

    private static List<String> keys(Http.Answer answer) {
        return answer.list("posts").stream()
                .map(post -> Json.string(Json.asMap(post), "key"))
                .toList();
    }
}
