package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Listens.Hearing;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class BlueskyListensTest {
    private static final String LIST = "/xrpc/app.bsky.notification.listNotifications";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlueskyWorld world = new BlueskyWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void mentions_replies_and_quotes_are_told_oldest_first() {
        var ours = world.post(world.alice, "Bonjour");
        world.pass(Duration.ofSeconds(1));
        var mention = world.post(world.bob, "Salut @alice.test !");
        world.pass(Duration.ofSeconds(1));
        var reply = world.reply(world.bob, ours, "Bonjour à toi 👋");
        world.pass(Duration.ofSeconds(1));
        var quote = world.quote(world.bob, ours, "Lisez");

        var heard = heard(Optional.empty());

        assertThat(heard.items()).extracting(item -> item.key().nativeId()).containsExactly(mention, reply, quote);
        assertThat(heard.items())
                .extracting(Item::kind)
                .containsExactly(ItemKind.MENTION, ItemKind.REPLY, ItemKind.QUOTE);
        assertThat(heard.items())
                .extracting(Item::parent)
                .containsExactly(Optional.empty(), Optional.of(ours), Optional.of(ours));
        var told = heard.items().get(1);
        assertThat(told.text()).isEqualTo("Bonjour à toi 👋");
        assertThat(told.author().handle()).isEqualTo("bob.test");
        assertThat(told.url()).startsWith("https://bsky.app/profile/did:plc:");
        assertThat(told.publishedAt()).isEqualTo(world.clock.instant().minusSeconds(1));
        assertThat(heard.more()).isFalse();
    }

    @Test
    void a_poll_that_finds_nothing_new_leaves_the_cursor_alone() {
        world.post(world.bob, "Salut @alice.test !");
        var cursor = heard(Optional.empty()).cursor();

        assertThat(listen(Optional.of(cursor), 100)).isEqualTo(new Hearing.Nothing());
        world.pass(Duration.ofMinutes(30));
        assertThat(listen(Optional.of(cursor), 100)).isEqualTo(new Hearing.Nothing());
    }

    @Test
    void only_what_is_new_is_told() {
        world.post(world.bob, "un @alice.test");
        var cursor = heard(Optional.empty()).cursor();
        world.pass(Duration.ofSeconds(1));
        var second = world.post(world.bob, "deux @alice.test");

        assertThat(heard(Optional.of(cursor)).items())
                .extracting(item -> item.key().nativeId())
                .containsExactly(second);
    }

    @Test
    void what_the_index_shows_late_is_told_all_the_same() {
        var late = world.post(world.bob, "tard @alice.test");
        world.pass(Duration.ofMinutes(5));
        var first = listen(Optional.empty(), 100);
        assertThat(((Hearing.Heard) first).items()).hasSize(1);

        // The same network, had it shown nothing at first: the watermark stands at the later post.
        var cursor = new Watermark(world.clock.instant(), world.clock.instant(), Optional.empty(), Set.of()).write();

        assertThat(heard(Optional.of(cursor)).items())
                .extracting(item -> item.key().nativeId())
                .containsExactly(late);
    }

    @Test
    void a_backlog_of_many_pages_is_told_whole_over_several_calls() {
        var cursor = heard(Optional.empty()).cursor();
        var written = new HashSet<String>();
        for (var i = 0; i < 350; i++) {
            world.pass(Duration.ofSeconds(7));
            written.add(world.post(world.bob, i + " @alice.test"));
        }

        var told = new ArrayList<String>();
        var more = true;
        for (var call = 0; more; call++) {
            assertThat(call).isLessThan(10);
            var heard = (Hearing.Heard) listen(Optional.of(cursor), 100);
            heard.items().forEach(item -> told.add(item.key().nativeId()));
            cursor = heard.cursor();
            more = heard.more();
            if (call == 1) {
                world.pass(Duration.ofSeconds(1));
                written.add(world.post(world.bob, "meanwhile @alice.test"));
            }
        }
        if (listen(Optional.of(cursor), 100) instanceof Hearing.Heard(List<Item> rest, var _, var _)) {
            rest.forEach(item -> told.add(item.key().nativeId()));
        }

        assertThat(told).hasSameSizeAs(written).containsExactlyInAnyOrderElementsOf(written);
        assertThat(cursor.length()).isLessThan(100_000);
    }

    @Test
    void a_walk_that_breaks_off_tells_what_it_has_and_goes_on() {
        var cursor = heard(Optional.empty()).cursor();
        for (var i = 0; i < 150; i++) {
            world.pass(Duration.ofSeconds(7));
            world.post(world.bob, i + " @alice.test");
        }
        world.server.faults().on("GET", LIST).nth(2).status(502);

        var first = (Hearing.Heard) listen(Optional.of(cursor), 1000);
        var second = (Hearing.Heard) listen(Optional.of(first.cursor()), 1000);

        assertThat(first.items()).hasSize(100);
        assertThat(first.more()).isTrue();
        assertThat(second.items()).hasSize(50);
    }

    @Test
    void odd_records_are_read_as_far_as_they_go() {
        world.write(
                world.bob,
                Json.obj(
                        "$type",
                        AtUri.POST,
                        "text",
                        "futur @alice.test",
                        "createdAt",
                        "2999-01-01T00:00:00.000Z",
                        "facets",
                        mentionOf()));
        world.server
                .faults()
                .on("GET", LIST)
                .nth(2)
                .with(new dev.parvis.fakes.http.Fault.Answer(dev.parvis.fakes.http.Response.text(
                        200,
                        "{\"notifications\":[1,null,{},{\"uri\":7},{\"uri\":\"at://did:plc:x/app.bsky.feed.post/1\",\"reason\":\"reply\",\"author\":[],\"record\":\"?\",\"indexedAt\":\"hier\"},"
                                + "{\"uri\":\"at://did:plc:x/app.bsky.feed.post/2\",\"reason\":\"new-kind\"}]}")));

        var future = heard(Optional.empty());
        var odd = heard(Optional.empty());

        assertThat(future.items()).extracting(Item::publishedAt).containsExactly(world.clock.instant());
        assertThat(odd.items())
                .extracting(item -> item.key().nativeId())
                .containsExactly("at://did:plc:x/app.bsky.feed.post/1");
        assertThat(odd.items().getFirst().text()).isEmpty();
    }

    private Json mentionOf() {
        return Json.arr(Json.obj(
                "index", Json.obj("byteStart", 6, "byteEnd", 17),
                "features",
                        Json.arr(Json.obj(
                                "$type",
                                "app.bsky.richtext.facet#mention",
                                "did",
                                world.alice.channel().account()))));
    }

    @Test
    void each_trouble_is_told_apart() {
        world.server
                .faults()
                .on("GET", LIST)
                .status(
                        429,
                        "RateLimit-Reset",
                        Long.toString(java.time.Instant.now().getEpochSecond() + 60));
        assertThat(listen(Optional.empty(), 100)).isInstanceOf(Hearing.Throttled.class);

        world.server.faults().on("GET", LIST).status(502);
        assertThat(listen(Optional.empty(), 100)).isInstanceOf(Hearing.Failed.class);

        world.server.faults().on("GET", LIST).garbage();
        assertThat(listen(Optional.empty(), 100)).isInstanceOf(Hearing.Failed.class);

        world.pass(Duration.ofHours(3));
        assertThat(listen(Optional.empty(), 100)).isEqualTo(new Hearing.Expired());
    }

    private Hearing.Heard heard(Optional<String> cursor) {
        return (Hearing.Heard) listen(cursor, 100);
    }

    private Hearing listen(Optional<String> cursor, int most) {
        return world.bluesky.listens().orElseThrow().listen(world.alice, cursor, most, PATIENCE);
    }
}
