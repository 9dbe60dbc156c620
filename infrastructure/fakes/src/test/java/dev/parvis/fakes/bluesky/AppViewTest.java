package dev.parvis.fakes.bluesky;

import java.time.Duration;
import java.time.Instant;
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

class AppViewTest {
    private static final String NOTIFICATIONS = "/xrpc/app.bsky.notification.listNotifications";

    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private final BlueskyServer server = BlueskyServer.start(FakeServer.Options.LOOPBACK, BlueskyOptions.REAL, clock);
    private Net alice;
    private Net bob;

    @BeforeEach
    void people() {
        server.account("alice.test", "a");
        server.account("bob.test", "b");
        alice = Net.signIn(server, "alice.test", "a");
        bob = Net.signIn(server, "bob.test", "b");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void replies_likes_reposts_quotes_mentions_and_follows_are_told_newest_first_with_their_subject() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        bob.create(Net.POST, bob.replyTo(root, root, "nice"));
        bob.create("app.bsky.feed.like", bob.about(Net.ref(root)));
        bob.create("app.bsky.feed.repost", bob.about(Net.ref(root)));
        bob.create("app.bsky.graph.follow", bob.about(alice.did()));
        bob.create(Net.POST, quote(root));
        bob.create(Net.POST, mention(alice.did()));

        List<?> notes = alice.http().get(NOTIFICATIONS).list("notifications");

        assertThat(notes)
                .extracting(note -> Json.string(Json.asMap(note), "reason"))
                .containsExactly("mention", "quote", "follow", "repost", "like", "reply");
        assertThat(Json.asMap(notes.getLast()))
                .containsEntry("reasonSubject", root.get("uri"))
                .containsEntry("isRead", false);
    }

    @Test
    void notifications_are_paged_by_cursor_until_it_is_absent_and_a_filtered_page_can_be_empty() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        bob.create(Net.POST, bob.replyTo(root, root, "one"));
        bob.create("app.bsky.feed.like", bob.about(Net.ref(root)));

        Http.Answer first = alice.http().get(NOTIFICATIONS + "?limit=1&reasons=reply&reasons=mention");
        Http.Answer second = alice.http().get(NOTIFICATIONS + "?limit=1&reasons=reply&cursor=" + first.get("cursor"));

        assertThat(first.list("notifications")).isEmpty();
        assertThat(second.list("notifications")).hasSize(1);
        assertThat(second.json()).doesNotContainKey("cursor");
        assertThat(alice.http().get(NOTIFICATIONS + "?limit=101").status()).isEqualTo(400);
    }

    @Test
    void what_says_it_was_made_earlier_is_found_further_down_than_it_came() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        bob.create("app.bsky.feed.like", bob.about(Net.ref(root)));
        Map<String, Object> offline = bob.replyTo(root, root, "written yesterday");
        offline.put("createdAt", "2026-01-14T10:00:00.000Z");
        bob.create(Net.POST, offline);

        List<?> notes = alice.http().get(NOTIFICATIONS).list("notifications");

        assertThat(notes)
                .extracting(note -> Json.string(Json.asMap(note), "reason"))
                .containsExactly("like", "reply");
        assertThat(Json.asMap(notes.getLast())).containsEntry("indexedAt", "2026-01-14T10:00:00.000Z");
    }

    @Test
    void a_name_is_shown_once_its_owner_has_given_it() {
        alice.putNew(Net.KEY, Net.post("hello"));
        String profile = "/xrpc/app.bsky.actor.getProfile?actor=alice.test";

        Http.Answer before = alice.http().get(profile);
        alice.http()
                .post(
                        "/xrpc/com.atproto.repo.putRecord",
                        Json.object(
                                "repo",
                                alice.did(),
                                "collection",
                                "app.bsky.actor.profile",
                                "rkey",
                                "self",
                                "record",
                                Json.object("$type", "app.bsky.actor.profile", "displayName", "Alice")));

        assertThat(before.json()).doesNotContainKey("displayName");
        assertThat(alice.http().get(profile).json()).containsEntry("displayName", "Alice");
        assertThat(Http.to(server.uri()).get(profile).status()).isEqualTo(401);
    }

    @Test
    void a_thread_holds_replies_below_and_parents_above() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        Http.Answer reply = bob.create(Net.POST, bob.replyTo(root, root, "nice"));
        alice.create(Net.POST, alice.replyTo(root, reply, "thanks"));

        String fromTop = alice.http().get(thread(root)).text();
        Map<String, Object> fromReply = Json.map(alice.http().get(thread(reply)).json(), "thread");

        assertThat(fromTop).containsSubsequence("hello", "nice", "thanks");
        assertThat(Json.string(Json.map(Json.map(Json.map(fromReply, "parent"), "post"), "record"), "text"))
                .isEqualTo("hello");
        assertThat(alice.http()
                        .get("/xrpc/app.bsky.feed.getPostThread?uri=at://did:plc:x/app.bsky.feed.post/y")
                        .get("error"))
                .isEqualTo("NotFound");
    }

    @Test
    void a_hidden_reply_leaves_the_owners_notifications_and_the_threads_root_names_it() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        Http.Answer reply = bob.create(Net.POST, bob.replyTo(root, root, "spam"));

        Http.Answer gate = alice.http()
                .post(
                        "/xrpc/com.atproto.repo.putRecord",
                        Json.object(
                                "repo",
                                alice.did(),
                                "collection",
                                "app.bsky.feed.threadgate",
                                "rkey",
                                Net.KEY,
                                "swapRecord",
                                null,
                                "record",
                                Json.object(
                                        "$type",
                                        "app.bsky.feed.threadgate",
                                        "post",
                                        root.get("uri"),
                                        "createdAt",
                                        "2026-01-15T10:01:00.000Z",
                                        "hiddenReplies",
                                        List.of(reply.get("uri")))));

        assertThat(gate.status()).isEqualTo(200);
        assertThat(alice.http().get(NOTIFICATIONS).list("notifications")).isEmpty();
        Map<String, Object> post =
                Json.map(Json.map(alice.http().get(thread(root)).json(), "thread"), "post");
        assertThat(Json.list(Json.map(Json.map(post, "threadgate"), "record"), "hiddenReplies"))
                .isEqualTo(List.of(reply.get("uri")));
    }

    @Test
    void a_blocked_or_muted_person_is_not_heard() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        bob.create(Net.POST, bob.replyTo(root, root, "insult"));

        alice.http().post("/xrpc/app.bsky.graph.muteActor", Json.object("actor", "bob.test"));
        List<?> muted = alice.http().get(NOTIFICATIONS).list("notifications");
        alice.http().post("/xrpc/app.bsky.graph.unmuteActor", Json.object("actor", "bob.test"));
        List<?> heard = alice.http().get(NOTIFICATIONS).list("notifications");
        alice.create("app.bsky.graph.block", alice.about(bob.did()));
        List<?> blocked = alice.http().get(NOTIFICATIONS).list("notifications");
        String thread = alice.http().get(thread(root)).text();

        assertThat(List.of(muted.size(), heard.size(), blocked.size())).containsExactly(0, 1, 0);
        assertThat(thread).contains("hello").doesNotContain("insult");
    }

    @Test
    void counts_come_from_records_and_from_the_switch() {
        Http.Answer root = alice.putNew(Net.KEY, Net.post("hello"));
        bob.create("app.bsky.feed.like", bob.about(Net.ref(root)));
        bob.create("app.bsky.graph.follow", bob.about(alice.did()));
        server.count(root.get("uri"), "likes", 41);
        server.count(alice.did(), "followers", 249);

        String post = alice.http()
                .get("/xrpc/app.bsky.feed.getPosts?uris=" + root.get("uri") + "&uris=at://gone")
                .text();
        String profile = alice.http()
                .get("/xrpc/app.bsky.actor.getProfile?actor=alice.test")
                .text();

        assertThat(post).contains("\"likeCount\":42").contains("\"repostCount\":0");
        assertThat(profile).contains("\"followersCount\":250").contains("\"postsCount\":1");
    }

    @Test
    void the_index_lags_by_time_while_the_source_has_the_record_at_once() {
        server.lag(Duration.ofSeconds(5), 0);
        alice.putNew(Net.KEY, Net.post("hello"));

        List<?> early = feed();
        clock.advance(Duration.ofSeconds(5));
        List<?> late = feed();

        assertThat(alice.find(Net.KEY).status()).isEqualTo(200);
        assertThat(early).isEmpty();
        assertThat(late).hasSize(1);
    }

    @Test
    void the_index_lags_by_a_number_of_reads() {
        server.lag(Duration.ZERO, 3);
        alice.putNew(Net.KEY, Net.post("hello"));

        assertThat(List.of(feed().size(), feed().size(), feed().size(), feed().size()))
                .containsExactly(0, 0, 0, 1);
    }

    @Test
    void search_finds_words_and_hashtags_newest_first_and_wants_a_login() {
        alice.putNew(Net.KEY, Net.post("le café #Parvis ouvre"));
        bob.create(Net.POST, Net.post("nothing here"));

        assertThat(alice.http()
                        .get("/xrpc/app.bsky.feed.searchPosts?q=%23parvis&sort=latest")
                        .list("posts"))
                .hasSize(1);
        assertThat(alice.http()
                        .get("/xrpc/app.bsky.feed.searchPosts?q=caf%C3%A9+ouvre")
                        .list("posts"))
                .hasSize(1);
        assertThat(Http.to(server.uri())
                        .get("/xrpc/app.bsky.feed.searchPosts?q=x")
                        .status())
                .isEqualTo(401);
    }

    private List<?> feed() {
        return alice.http()
                .get("/xrpc/app.bsky.feed.getAuthorFeed?actor=" + alice.did())
                .list("feed");
    }

    private static String thread(Http.Answer post) {
        return "/xrpc/app.bsky.feed.getPostThread?uri=" + post.get("uri");
    }

    private static Map<String, Object> quote(Http.Answer of) {
        Map<String, Object> record = Net.post("see this");
        record.put("embed", Json.object("$type", "app.bsky.embed.record", "record", Net.ref(of)));
        return record;
    }

    private static Map<String, Object> mention(String did) {
        Map<String, Object> record = Net.post("@alice.test hi");
        record.put(
                "facets",
                List.of(Json.object(
                        "index", Json.object("byteStart", 0L, "byteEnd", 11L),
                        "features", List.of(Json.object("$type", "app.bsky.richtext.facet#mention", "did", did)))));
        return record;
    }
}
