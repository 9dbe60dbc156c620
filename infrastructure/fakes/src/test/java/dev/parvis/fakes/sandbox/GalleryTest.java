package dev.parvis.fakes.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class GalleryTest {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    @TempDir
    Path folder;

    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private SandboxServer server = SandboxServer.start(SandboxOptions.QUIET);

    @AfterEach
    void close() {
        server.close();
    }

    private Http cafe() {
        server.close();
        server = SandboxServer.start(
                FakeServer.Options.LOOPBACK, SandboxOptions.QUIET.folder(folder).accessLife(Duration.ofDays(9)), clock);
        return Visitor.connect(server, "cafe", "Café").http();
    }

    private static String container(Http cafe, Object... more) {
        return cafe.post("/gallery/v1/containers", Json.object(more)).get("id");
    }

    private static String status(Http cafe, String container) {
        return cafe.get("/gallery/v1/containers/" + container).get("status");
    }

    private static Http.Answer publish(Http cafe, String container) {
        return cafe.post("/gallery/v1/publish", Json.object("container", container));
    }

    private static String media(Http cafe) {
        return cafe.call("POST", "/sandbox/v1/media", JPEG, "Content-Type", "image/jpeg")
                .get("id");
    }

    @Test
    void a_container_goes_through_its_states_is_published_once_and_is_remembered_over_a_restart() {
        Http cafe = cafe();
        server.gallery().processing(Duration.ofSeconds(20));
        String one = container(cafe, "media", media(cafe), "alt", "Une vue", "caption", "Bonjour");
        assertThat(status(cafe, one)).isEqualTo("IN_PROGRESS");
        assertThat(publish(cafe, one).get("error")).isEqualTo("not_ready");
        clock.advance(Duration.ofSeconds(20));
        assertThat(status(cafe, one)).isEqualTo("FINISHED");

        cafe = cafe();
        assertThat(publish(cafe, one).status()).isEqualTo(201);
        cafe = cafe();
        assertThat(publish(cafe, one).get("error")).isEqualTo("already_published");
        clock.advance(Duration.ofHours(30));
        assertThat(status(cafe, one)).isEqualTo("PUBLISHED");
        assertThat(server.posts()).extracting(SandboxServer.Published::text).containsExactly("Bonjour");
    }

    @Test
    void a_carousel_wants_two_to_ten_children_that_are_ready_and_no_older_than_a_day() {
        Http cafe = cafe();
        String child = container(cafe, "media", media(cafe), "carousel_item", true);
        String other = container(cafe, "media", media(cafe), "carousel_item", true);
        String plain = container(cafe, "media", media(cafe));

        assertThat(refusal(cafe, List.of(child))).isEqualTo("carousel_size");
        assertThat(refusal(cafe, List.of(child, plain))).isEqualTo("child_unknown");
        assertThat(publish(cafe, child).get("error")).isEqualTo("container_unknown");
        server.gallery().processing(Duration.ofSeconds(5));
        String slow = container(cafe, "media", media(cafe), "carousel_item", true);
        assertThat(refusal(cafe, List.of(child, slow))).isEqualTo("child_not_ready");
        clock.advance(Duration.ofHours(23));
        String whole = container(cafe, "children", List.of(child, slow), "caption", "Deux");
        clock.advance(Duration.ofHours(1));
        assertThat(refusal(cafe, List.of(child, other))).isEqualTo("child_expired");
        assertThat(publish(cafe, whole).status()).isEqualTo(201);
    }

    private static String refusal(Http cafe, List<String> children) {
        Http.Answer answer = cafe.post("/gallery/v1/containers", Json.object("children", children));
        assertThat(answer.status()).isEqualTo(422);
        return answer.get("error");
    }

    @Test
    void a_quota_holds_for_the_account_and_nobody_publishes_anothers_container() {
        Http cafe = cafe();
        server.gallery().quota(1);
        String one = container(cafe, "media", media(cafe));
        String two = container(cafe, "media", media(cafe));
        Http other = Visitor.connect(server, "other", "Autre").http();

        assertThat(publish(other, one).status()).isEqualTo(404);
        publish(cafe, one);
        assertThat(publish(cafe, two).get("error")).isEqualTo("quota_reached");
        clock.advance(Duration.ofHours(23));
        assertThat(cafe.get("/gallery/v1/quota").json()).containsEntry("used", 1L);
    }
}
