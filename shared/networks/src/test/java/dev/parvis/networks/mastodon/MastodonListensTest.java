package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Listens.Hearing;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class MastodonListensTest {
    private static final String LIST = "/api/v1/notifications";

    private final MastodonWorld world = new MastodonWorld(MastodonOptions.MASTODON.requestsPerFiveMinutes(0));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void mentions_replies_and_messages_are_told_apart_oldest_first() {
        var ours = world.says(world.aliceThere, "Bonjour");
        world.says(world.bobThere, "Salut @alice !");
        world.says(world.bobThere, "@alice bonjour à <toi> & aux autres", Optional.of(ours), "public");
        world.says(world.bobThere, "@alice en privé", Optional.empty(), "direct");

        var heard = heard(Optional.empty(), 50);

        assertThat(heard.items())
                .extracting(Item::kind)
                .containsExactly(ItemKind.MENTION, ItemKind.REPLY, ItemKind.MESSAGE);
        var reply = heard.items().get(1);
        assertThat(reply.text()).isEqualTo("@alice bonjour à <toi> & aux autres");
        assertThat(reply.parent()).contains(ours);
        assertThat(reply.author().handle()).isEqualTo("bob");
        assertThat(reply.key().nativeId()).startsWith(world.server.uri() + "/users/bob/statuses/");
        assertThat(reply.url()).startsWith(world.server.uri() + "/@bob/");
        assertThat(reply.publishedAt()).isEqualTo(world.clock.instant().minusSeconds(1));
    }

    @Test
    void nothing_new_leaves_the_cursor_alone() {
        assertThat(listen(Optional.empty(), 50)).isEqualTo(new Hearing.Nothing());
        world.says(world.bobThere, "Salut @alice !");
        var cursor = heard(Optional.empty(), 50).cursor();

        assertThat(listen(Optional.of(cursor), 50)).isEqualTo(new Hearing.Nothing());
    }

    @Test
    void a_backlog_is_told_upwards_in_order_without_a_gap() {
        world.says(world.bobThere, "0 @alice");
        var cursor = heard(Optional.empty(), 50).cursor();
        for (var i = 1; i <= 200; i++) {
            world.says(world.bobThere, i + " @alice");
        }

        var told = new ArrayList<String>();
        for (var call = 0; listen(Optional.of(cursor), 50) instanceof Hearing.Heard next; call++) {
            assertThat(call).isLessThan(10);
            next.items().forEach(item -> told.add(item.text()));
            cursor = next.cursor();
        }

        assertThat(told).hasSize(200).first().isEqualTo("1 @alice");
        assertThat(told.getLast()).isEqualTo("200 @alice");
        assertThat(cursor.length()).isLessThan(2000);
    }

    @Test
    void a_server_that_answers_min_id_with_the_newest_is_followed_down() {
        world.says(world.bobThere, "0 @alice");
        var cursor = heard(Optional.empty(), 50).cursor();
        for (var i = 1; i <= 100; i++) {
            world.says(world.bobThere, i + " @alice");
        }
        var newest = Desk.outbound(world.server.uri())
                .send(Call.get(world.server.uri().resolve(LIST + "?limit=30"))
                        .bearer(new Secret(world.aliceThere.token())))
                .text();
        world.server.faults().on("GET", LIST).with(new Fault.Answer(Response.text(200, newest)));

        var heard = heard(Optional.of(cursor), 500);

        assertThat(heard.items()).hasSize(100);
        assertThat(heard.items().getFirst().text()).isEqualTo("1 @alice");
    }

    @Test
    void at_first_the_newest_are_told() {
        for (var i = 1; i <= 30; i++) {
            world.says(world.bobThere, i + " @alice");
        }

        var heard = heard(Optional.empty(), 10);

        assertThat(heard.items()).hasSize(10);
        assertThat(heard.items().getFirst().text()).isEqualTo("21 @alice");
        assertThat(listen(Optional.of(heard.cursor()), 10)).isEqualTo(new Hearing.Nothing());
    }

    @Test
    void a_server_that_ignores_min_id_tells_nothing_twice() {
        var answer = Response.text(
                200,
                "[{\"id\":\"3\",\"type\":\"mention\",\"status\":{\"id\":\"30\",\"uri\":\"https://a.example/30\"}},"
                        + "{\"id\":\"2\",\"type\":\"mention\",\"status\":{\"id\":\"20\",\"uri\":\"https://a.example/20\"}}]");
        world.server.faults().on("GET", LIST).next(2).with(new Fault.Answer(answer));

        var heard = heard(Optional.empty(), 50);

        assertThat(heard.items())
                .extracting(item -> item.key().nativeId())
                .containsExactly("https://a.example/20", "https://a.example/30");
        assertThat(listen(Optional.of(heard.cursor()), 50)).isEqualTo(new Hearing.Nothing());
    }

    @Test
    void odd_notifications_are_read_as_far_as_they_go() {
        world.server
                .faults()
                .on("GET", LIST)
                .with(
                        new Fault.Answer(
                                Response.text(
                                        200,
                                        "[1,null,{},{\"id\":7},{\"id\":\"8\",\"type\":\"mention\"},{\"id\":\"9\",\"type\":\"mention\",\"status\":{\"id\":\"90\",\"uri\":\"javascript:x\",\"content\":5,\"account\":[],\"created_at\":\"hier\"}},{\"id\":\"10\",\"type\":\"new.kind\",\"status\":{}}]")));

        var heard = heard(Optional.empty(), 50);

        assertThat(heard.items()).hasSize(1);
        assertThat(heard.items().getFirst().key().nativeId()).isEqualTo(world.server.uri() + "/statuses/90");
        assertThat(heard.items().getFirst().publishedAt()).isEqualTo(world.clock.instant());
    }

    @Test
    void each_trouble_is_told_apart() {
        world.server.faults().on("GET", LIST).status(429, "X-RateLimit-Reset", "2999-01-01T00:00:00.123456Z");
        assertThat(listen(Optional.empty(), 50))
                .isEqualTo(new Hearing.Throttled(world.clock.instant().plus(Duration.ofHours(24))));

        world.server.faults().on("GET", LIST).status(500);
        assertThat(listen(Optional.empty(), 50)).isInstanceOf(Hearing.Failed.class);

        world.server.faults().on("GET", LIST).garbage();
        assertThat(listen(Optional.empty(), 50)).isInstanceOf(Hearing.Failed.class);

        world.server.revoke(world.aliceThere.token());
        assertThat(listen(Optional.empty(), 50)).isEqualTo(new Hearing.Expired());
    }

    @Test
    void a_cursor_that_is_none_starts_anew() {
        world.says(world.bobThere, "Salut @alice !");

        for (var cursor : List.of("", "x", "{}", "{\"ids\":[]}", "[1]")) {
            assertThat(heard(Optional.of(cursor), 50).items()).as(cursor).hasSize(1);
        }
    }

    private Hearing.Heard heard(Optional<String> cursor, int most) {
        return (Hearing.Heard) listen(cursor, most);
    }

    private Hearing listen(Optional<String> cursor, int most) {
        return world.mastodon.listens().orElseThrow().listen(world.alice, cursor, most, Duration.ofSeconds(30));
    }
}
