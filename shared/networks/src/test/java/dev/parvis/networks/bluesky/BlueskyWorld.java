package dev.parvis.networks.bluesky;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.bluesky.BlueskyOptions;
import dev.parvis.fakes.bluesky.BlueskyServer;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;

import static org.assertj.core.api.Assertions.assertThat;

/** A Bluesky network of two people, alice whose channel is ours and bob, and one clock for them and us. */
final class BlueskyWorld implements AutoCloseable {
    static final String PASSWORD = "abcd-efgh-ijkl-mnop";

    final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final SteerableClock there;
    final BlueskyServer server;
    final Bluesky bluesky;
    final Connection alice;
    final Connection bob;
    private int written;

    BlueskyWorld() {
        this(BlueskyOptions.REAL);
    }

    BlueskyWorld(BlueskyOptions options) {
        there = SteerableClock.standingAt(clock.instant());
        server = BlueskyServer.start(FakeServer.Options.LOOPBACK, options, there);
        bluesky = new Bluesky(Desk.outbound(server.uri()), clock, Quiet.DEFAULT);
        server.account("alice.test", PASSWORD);
        server.account("bob.test", PASSWORD);
        alice = connect("alice.test");
        bob = connect("bob.test");
    }

    Connection connect(String handle) {
        return Desk.connection(Bluesky.ID, bluesky.connects().orElseThrow().connect(answers(handle, PASSWORD)));
    }

    Map<String, String> answers(String handle, String password) {
        return Map.of(
                "handle",
                handle,
                "appPassword",
                password,
                "server",
                server.uri().toString());
    }

    void pass(java.time.Duration time) {
        clock.advance(time);
        there.advance(time);
    }

    /** Publishes as our connector does. */
    String post(Connection by, String text) {
        var publishes = bluesky.publishes().orElseThrow();
        var content = new Content(text, Optional.empty(), List.of(), "");
        var key = "key" + written++;
        var ready = Desk.ready(publishes.prepare(by, Desk.piece(content, key, clock.instant()), (id, most) -> {
            throw new AssertionError("no media");
        }));
        var sent = publishes.send(by, ready.payload(), Desk.attempt(key, ready, clock.instant(), clock.instant()));
        return ((Sending.Published) sent).nativeId();
    }

    String reply(Connection by, String to, String text) {
        var strong = Json.obj("uri", to, "cid", cid(to));
        return write(
                by,
                Json.obj(
                        "$type",
                        AtUri.POST,
                        "text",
                        text,
                        "createdAt",
                        clock.instant(),
                        "reply",
                        Json.obj("root", strong, "parent", strong)));
    }

    String quote(Connection by, String of, String text) {
        return write(
                by,
                Json.obj(
                        "$type",
                        AtUri.POST,
                        "text",
                        text,
                        "createdAt",
                        clock.instant(),
                        "embed",
                        Json.obj("$type", "app.bsky.embed.record", "record", Json.obj("uri", of, "cid", cid(of)))));
    }

    /** Writes whatever record. */
    String write(Connection by, Json record) {
        var answer = Desk.outbound(server.uri())
                .send(Call.postJson(
                                server.uri().resolve("/xrpc/com.atproto.repo.createRecord"),
                                Json.obj("repo", by.channel().account(), "collection", AtUri.POST, "record", record))
                        .bearer(new Secret(by.credential().need("accessJwt"))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("uri").text().orElseThrow();
    }

    private String cid(String uri) {
        return server.posts().stream()
                .filter(post -> post.uri().equals(uri))
                .findFirst()
                .orElseThrow()
                .cid();
    }

    Item item(String nativeId) {
        return new Item(
                new ItemKey(Desk.WORKSPACE, Bluesky.ID, nativeId),
                ItemKind.REPLY,
                Author.UNKNOWN,
                "",
                "",
                clock.instant(),
                clock.instant(),
                Optional.empty());
    }

    @Override
    public void close() {
        server.close();
        assertThat(server.log().failures()).isEmpty();
    }
}
