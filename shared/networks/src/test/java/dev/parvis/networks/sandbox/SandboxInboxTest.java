package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Listens;
import dev.parvis.domain.networks.Listens.Hearing;
import dev.parvis.domain.networks.Measures;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.fakes.http.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxInboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SandboxWorld world = new SandboxWorld();
    private final Listens listens = world.sandbox.listens().orElseThrow();
    private final Moderates moderates = world.sandbox.moderates().orElseThrow();
    private final Measures measures = world.sandbox.measures().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void comments_and_mentions_are_told_once_oldest_first_page_by_page() {
        var post = world.publish("Bonjour");
        for (var i = 0; i < 5; i++) {
            world.pass(Duration.ofSeconds(1));
            world.server.comment(post.nativeId(), "lea", "n° " + i, "fr");
        }
        world.server.mention("cafe", "sam", "n° 5", "fr");

        var told = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        while (hear(cursor, 2) instanceof Hearing.Heard heard) {
            heard.items().forEach(item -> told.add(item.text()));
            cursor = Optional.of(heard.cursor());
        }

        assertThat(told).containsExactly("n° 0", "n° 1", "n° 2", "n° 3", "n° 4", "n° 5");
        assertThat(hear(cursor, 2)).isEqualTo(new Hearing.Nothing());
    }

    @Test
    void an_item_says_who_wrote_what_where_and_when() {
        var post = world.publish("Bonjour");
        world.server.comment(post.nativeId(), "lea", "Très déçue 😀", "fr");
        world.server.mention("cafe", "sam", "Bon café", "fr");
        world.pass(Duration.ofMinutes(1));

        var items = items();

        assertThat(items).extracting(Item::kind).containsExactlyInAnyOrder(ItemKind.COMMENT, ItemKind.MENTION);
        var comment = items.stream()
                .filter(item -> item.kind() == ItemKind.COMMENT)
                .findFirst()
                .orElseThrow();
        assertThat(comment.text()).isEqualTo("Très déçue 😀");
        assertThat(comment.parent()).contains(post.nativeId());
        assertThat(comment.author().handle()).isEqualTo("lea");
        assertThat(comment.publishedAt()).isEqualTo(world.due);
        assertThat(comment.foundAt()).isEqualTo(world.clock.instant());
        assertThat(comment.url()).startsWith(world.server.uri().toString());
    }

    @Test
    void trouble_is_told_as_what_it_is() {
        world.server.faults().on("GET", "/sandbox/v1/inbox").status(429, "Retry-After", "90");
        assertThat(hear(Optional.empty(), 10))
                .isEqualTo(new Hearing.Throttled(world.clock.instant().plusSeconds(90)));
        world.server.faults().on("GET", "/sandbox/v1/inbox").status(500);
        assertThat(hear(Optional.empty(), 10)).isInstanceOf(Hearing.Failed.class);
        world.server.faults().on("GET", "/sandbox/v1/inbox").garbage();
        assertThat(hear(Optional.empty(), 10)).isInstanceOf(Hearing.Failed.class);
        world.server.faults().on("GET", "/sandbox/v1/inbox").cutMidAnswer();
        assertThat(hear(Optional.empty(), 10)).isInstanceOf(Hearing.Failed.class);
        world.server.faults().on("GET", "/sandbox/v1/inbox").status(410);
        assertThat(hear(Optional.empty(), 10)).isInstanceOf(Hearing.Gone.class);

        world.pass(Duration.ofMinutes(16));

        assertThat(hear(Optional.empty(), 10)).isEqualTo(new Hearing.Expired());
    }

    @Test
    void patience_ends_a_call() {
        world.server.faults().on("GET", "/sandbox/v1/inbox").slow(Fault.Step.BEFORE_EFFECT, Duration.ofSeconds(3));

        assertThat(listens.listen(world.cafe, Optional.empty(), 10, Duration.ofMillis(200)))
                .isInstanceOf(Hearing.Failed.class);
    }

    @Test
    void a_comment_is_hidden_and_deleted_however_often_and_a_mention_is_not() {
        var post = world.publish("Bonjour");
        world.server.comment(post.nativeId(), "troll", "zut", "fr");
        world.server.mention("cafe", "troll", "zut", "fr");
        var items = items();
        var comment = items.stream()
                .filter(item -> item.kind() == ItemKind.COMMENT)
                .findFirst()
                .orElseThrow();
        var mention = items.stream()
                .filter(item -> item.kind() == ItemKind.MENTION)
                .findFirst()
                .orElseThrow();

        assertThat(moderates.act(world.cafe, Action.HIDE, comment)).isEqualTo(new Moderation.Done("hidden"));
        assertThat(moderates.act(world.cafe, Action.HIDE, comment)).isEqualTo(new Moderation.Done("hidden"));
        assertThat(moderates.act(world.cafe, Action.DELETE, comment)).isEqualTo(new Moderation.Done("deleted"));
        assertThat(moderates.act(world.cafe, Action.DELETE, comment)).isInstanceOf(Moderation.Done.class);
        assertThat(moderates.act(world.cafe, Action.HIDE, mention)).isInstanceOf(Moderation.NotPossible.class);
        assertThat(items()).extracting(Item::kind).containsExactly(ItemKind.MENTION);
    }

    @Test
    void moderation_in_trouble_is_tried_again() {
        var post = world.publish("Bonjour");
        world.server.comment(post.nativeId(), "troll", "zut", "fr");
        var comment = items().getFirst();

        world.server.faults().on("DELETE", "/sandbox/v1/comments/{id}").cutAfterEffect();
        assertThat(moderates.act(world.cafe, Action.DELETE, comment)).isInstanceOf(Moderation.Later.class);
        assertThat(moderates.act(world.cafe, Action.DELETE, comment)).isInstanceOf(Moderation.Done.class);

        world.pass(Duration.ofMinutes(16));
        assertThat(moderates.act(world.cafe, Action.DELETE, comment)).isEqualTo(new Moderation.Expired());
    }

    @Test
    void figures_say_where_they_stood_and_what_is_not_told() {
        var post = world.publish("Bonjour");
        world.server.comment(post.nativeId(), "lea", "un", "fr");
        var gone = world.publish("Au revoir");
        world.publishes.delete(world.cafe, gone.nativeId());

        var account = measures.account(world.cafe);
        var posts = measures.posts(world.cafe, List.of(post.nativeId(), gone.nativeId()));

        assertThat(account.get(Metric.POSTS)).isInstanceOfSatisfying(Reading.Measured.class, read -> {
            assertThat(read.value()).isEqualTo(1);
            assertThat(read.endpoint()).isEqualTo("GET /sandbox/v1/account");
        });
        assertThat(account.get(Metric.FOLLOWING)).isInstanceOf(Reading.NotProvided.class);
        assertThat(posts).containsOnlyKeys(post.nativeId());
        assertThat(posts.get(post.nativeId()).get(Metric.REPLIES))
                .isInstanceOfSatisfying(
                        Reading.Measured.class, read -> assertThat(read.value()).isEqualTo(1));
        world.server.faults().on("GET", "/sandbox/v1/posts/{id}").status(500);
        assertThat(measures.posts(world.cafe, List.of(post.nativeId()))
                        .get(post.nativeId())
                        .get(Metric.LIKES))
                .isInstanceOf(Reading.Failed.class);
    }

    private Hearing hear(Optional<String> cursor, int most) {
        return listens.listen(world.cafe, cursor, most, PATIENCE);
    }

    private List<Item> items() {
        return ((Hearing.Heard) hear(Optional.empty(), 100)).items();
    }
}
