package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.bluesky.BlueskyServer;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.images.Drawn;

import static org.assertj.core.api.Assertions.assertThat;

class BlueskyPublishesTest {
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";
    private static final Content HELLO = new Content("Bonjour, la place !", Optional.empty(), List.of(), "fr");
    private static final Publishes.MediaReader NO_MEDIA = (id, most) -> {
        throw new AssertionError("no media is read");
    };

    private final BlueskyServer server = BlueskyServer.start();
    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final Bluesky bluesky = new Bluesky(Desk.outbound(server.uri()), clock, Quiet.DEFAULT);
    private final Publishes publishes = bluesky.publishes().orElseThrow();
    private final Instant due = clock.instant();
    private Connection alice;

    @BeforeEach
    void connect() {
        server.account("alice.test", "abcd-efgh-ijkl-mnop");
        server.account("bob.test", "abcd-efgh-ijkl-mnop");
        alice = Desk.connection(
                Bluesky.ID,
                bluesky.connects()
                        .orElseThrow()
                        .connect(Map.of(
                                "handle", "@alice.test",
                                "appPassword", "abcd-efgh-ijkl-mnop",
                                "server", server.uri().toString())));
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(server.log().failures()).isEmpty();
    }

    @Test
    void a_text_goes_out_with_links_mentions_and_hashtags_marked() {
        var content = new Content(
                "✨ @bob.test et @nobody.test : https://parvis.example/é. #Paris", Optional.empty(), List.of(), "fr");

        var sent = send(content, "key");

        var post = server.posts().getFirst();
        var record = Json.of(post.record());
        assertThat(sent)
                .isEqualTo(new Sending.Published(
                        post.uri(),
                        AtUri.parse(post.uri()).orElseThrow().web(),
                        ((Sending.Published) sent).firstByteAt()));
        assertThat(record.at("facets").items())
                .extracting(facet -> facet.at("features", 0, "$type").textOr(""))
                .containsExactly(
                        "app.bsky.richtext.facet#mention",
                        "app.bsky.richtext.facet#link",
                        "app.bsky.richtext.facet#tag");
        assertThat(record.at("langs", 0).textOr("")).isEqualTo("fr");
        assertThat(record.at("createdAt").instant()).contains(due);
    }

    @Test
    void a_link_without_images_becomes_a_card() {
        var link = new Content.Link("https://parvis.example/article", "", "Une place");

        send(new Content("Lisez", Optional.of(link), List.of(), ""), "key");

        var external = Json.of(server.posts().getFirst().record()).at("embed", "external");
        assertThat(external.at("uri").textOr("")).isEqualTo(link.url());
        assertThat(external.at("title").textOr("")).isEqualTo("parvis.example");
        assertThat(external.at("description").textOr("")).isEqualTo("Une place");
    }

    @Test
    void images_are_shrunk_uploaded_and_described() {
        var images = List.of(new Content.Image("large", "Une grande place"), new Content.Image("small", ""));
        Publishes.MediaReader media = (id, most) -> id.equals("large")
                ? Drawn.noise(2600, 1300).png()
                : Drawn.noise(40, 30).jpeg();

        send(prepare(new Content("Voyez", Optional.empty(), images, ""), media, "key"), "key");

        var embed = Json.of(server.posts().getFirst().record()).at("embed");
        assertThat(embed.at("images", 0, "alt").textOr("")).isEqualTo("Une grande place");
        assertThat(embed.at("images", 0, "image", "size").whole().orElseThrow()).isLessThan(1_000_000);
        assertThat(embed.at("images", 0, "aspectRatio", "width").whole()).contains(2000L);
        assertThat(embed.at("images", 0, "aspectRatio", "height").whole()).contains(1000L);
        assertThat(embed.at("images", 1, "image", "mimeType").textOr("")).isEqualTo("image/jpeg");
    }

    @Test
    void a_file_that_is_no_image_is_refused_before_anything_is_sent() {
        var content = new Content("x", Optional.empty(), List.of(new Content.Image("m", "")), "");

        var preparation = publishes.prepare(alice, Desk.piece(content, "key", due), (id, most) -> "GIF, said Alice"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(preparation)
                .isInstanceOfSatisfying(Preparation.Impossible.class, impossible -> assertThat(impossible.code())
                        .isEqualTo("not_an_image"));
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void a_name_that_nobody_can_resolve_now_delays_a_post_only_while_there_is_time() {
        var content = new Content("Merci @bob.test", Optional.empty(), List.of(), "");
        server.faults()
                .on("GET", "/xrpc/com.atproto.identity.resolveHandle")
                .always()
                .status(502);

        var early = publishes.prepare(alice, Desk.piece(content, "key", due.plusSeconds(120)), NO_MEDIA);
        var late = publishes.prepare(alice, Desk.piece(content, "key", due.plusSeconds(10)), NO_MEDIA);

        assertThat(early).isInstanceOf(Preparation.Later.class);
        assertThat(Json.parse(Desk.ready(late).payload()).at("record", "facets").isMissing())
                .isTrue();
    }

    @Test
    void sending_twice_posts_once() {
        var ready = prepare(HELLO, NO_MEDIA, "key");

        var first = send(ready, "key");
        var second = send(ready, "key");

        assertThat(server.posts()).hasSize(1);
        assertThat(((Sending.Published) second).nativeId()).isEqualTo(((Sending.Published) first).nativeId());
    }

    @Test
    void preparing_again_gives_the_same_bytes() {
        assertThat(prepare(HELLO, NO_MEDIA, "key")).isEqualTo(prepare(HELLO, NO_MEDIA, "key"));
        assertThat(prepare(HELLO, NO_MEDIA, "other").trace())
                .isNotEqualTo(prepare(HELLO, NO_MEDIA, "key").trace());
    }

    @Test
    void cut_before_it_is_read_it_did_not_go_out_and_the_quiet_time_proves_it() {
        server.faults().on("POST", PUT).cutBeforeRead();

        var ready = prepare(HELLO, NO_MEDIA, "key");
        assertThat(send(ready, "key")).isInstanceOf(Sending.Uncertain.class);
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
        clock.advance(Duration.ofSeconds(120));
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Absent.class);

        assertThat(send(ready, "key")).isInstanceOf(Sending.Published.class);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void cut_before_the_effect_it_did_not_go_out() {
        server.faults().on("POST", PUT).cutBeforeEffect();

        var ready = prepare(HELLO, NO_MEDIA, "key");
        assertThat(send(ready, "key")).isInstanceOf(Sending.Uncertain.class);

        clock.advance(Duration.ofSeconds(120));
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Absent.class);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void cut_after_the_effect_it_is_found_at_once() {
        server.faults().on("POST", PUT).cutAfterEffect();

        var ready = prepare(HELLO, NO_MEDIA, "key");
        assertThat(send(ready, "key")).isInstanceOf(Sending.Uncertain.class);

        var post = server.posts().getFirst();
        assertThat(reconcile(ready))
                .isEqualTo(new Reconciliation.Found(
                        post.uri(), AtUri.parse(post.uri()).orElseThrow().web()));
    }

    @Test
    void cut_in_the_answer_it_is_found_and_a_repeat_would_not_double_it() {
        server.faults().on("POST", PUT).cutMidAnswer();

        var ready = prepare(HELLO, NO_MEDIA, "key");
        assertThat(send(ready, "key")).isInstanceOf(Sending.Uncertain.class);
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Found.class);

        send(ready, "key");
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void an_error_after_the_effect_and_an_unreadable_answer_are_doubts() {
        server.faults().on("POST", PUT).statusAfterEffect(502);
        assertThat(send(HELLO, "one")).isInstanceOf(Sending.Uncertain.class);

        server.faults().on("POST", PUT).garbage();
        assertThat(send(HELLO, "two")).isInstanceOf(Sending.Uncertain.class);

        assertThat(server.posts()).hasSize(2);
    }

    @Test
    void a_server_that_is_not_there_did_not_take_it() {
        var ready = prepare(HELLO, NO_MEDIA, "key");
        server.close();

        var fresh = new Bluesky(Desk.outbound(server.uri()), clock, Quiet.DEFAULT);
        var sent = fresh.publishes().orElseThrow().send(alice, ready.payload(), attempt(ready, "key"));

        assertThat(sent).isInstanceOf(Sending.NotTaken.class);
    }

    @Test
    void too_many_calls_wait_as_long_as_the_server_says() {
        server.faults().on("POST", PUT).status(429, "Retry-After", "37");

        assertThat(send(HELLO, "key")).isInstanceOfSatisfying(Sending.NotTaken.class, not -> assertThat(not.notBefore())
                .isEqualTo(Duration.ofSeconds(37)));
    }

    @Test
    void a_dead_token_is_a_400_and_asks_for_a_refresh() {
        server.clock().advance(Duration.ofHours(3));

        assertThat(send(HELLO, "key")).isEqualTo(new Sending.Expired());
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void a_token_about_to_die_is_renewed_before_anything_is_prepared() {
        clock.advance(Duration.ofMinutes(118));

        assertThat(publishes.prepare(alice, Desk.piece(HELLO, "key", due), NO_MEDIA))
                .isEqualTo(new Preparation.Expired());
    }

    @Test
    void deleting_twice_is_deleting_once_and_others_posts_are_left_alone() {
        var sent = (Sending.Published) send(HELLO, "key");

        assertThat(publishes.delete(alice, sent.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(publishes.delete(alice, sent.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(publishes.delete(alice, "at://did:plc:bob/app.bsky.feed.post/3k"))
                .isInstanceOf(Removal.Refused.class);
        assertThat(server.posts()).isEmpty();
    }

    private Preparation.Ready prepare(Content content, Publishes.MediaReader media, String key) {
        return Desk.ready(publishes.prepare(alice, Desk.piece(content, key, due), media));
    }

    private Sending send(Content content, String key) {
        return send(prepare(content, NO_MEDIA, key), key);
    }

    private Sending send(Preparation.Ready ready, String key) {
        return publishes.send(alice, ready.payload(), attempt(ready, key));
    }

    private Reconciliation reconcile(Preparation.Ready ready) {
        return publishes.reconcile(alice, attempt(ready, "key"), Set.of());
    }

    private Attempt attempt(Preparation.Ready ready, String key) {
        return Desk.attempt(key, ready, due, due);
    }
}
