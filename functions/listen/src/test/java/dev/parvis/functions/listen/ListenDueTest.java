package dev.parvis.functions.listen;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.networks.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

class ListenDueTest {
    private final Square square = new Square();

    @AfterEach
    void close() {
        square.close();
    }

    @Test
    void what_is_said_to_the_account_is_an_interaction_that_waits_for_moderation() {
        square.connected().sandbox.mention("lumiere", "lea", "Bonjour", "fr");

        var summary = square.tick();

        assertThat(summary).isEqualTo(new ListenDue.Summary(1, 0, 0));
        assertThat(square.inbox()).singleElement().satisfies(found -> {
            assertThat(found.item().text()).isEqualTo("Bonjour");
            assertThat(found.channel()).isEqualTo(square.channel);
            assertThat(found.handling()).isEqualTo(Handling.NEW);
        });
        assertThat(square.ports
                        .agenda()
                        .claim(Kind.INTERACTION, square.clock.instant(), 10)
                        .claims())
                .hasSize(1);
        assertThat(square.told(Event.Type.INTERACTION_RECEIVED)).hasSize(1);
    }

    @Test
    void what_was_found_is_found_once() {
        square.connected().sandbox.mention("lumiere", "lea", Square.SAYS_IT, "fr");
        square.tick();
        square.sandbox.mention("lumiere", "sam", "Deux", "fr");

        square.later();
        square.later();

        assertThat(square.inbox()).hasSize(2);
        assertThat(square.told).extracting(Event::type).containsOnly(Event.Type.INTERACTION_RECEIVED);
        assertThat(square.told(Event.Type.INTERACTION_RECEIVED)).hasSize(2);
    }

    @Test
    void what_a_webhook_brought_first_is_not_kept_again_nor_told() {
        square.connected().sandbox.mention("lumiere", "lea", Square.SAYS_IT, "fr");
        square.tick();
        var item = square.inbox().getFirst().item();
        try (var other = new Square().connected()) {
            other.ports
                    .items()
                    .keep(new Interaction(reKeyed(other, item), other.brand, other.channel, Handling.NEW, "", 1));
            other.sandbox.mention("lumiere", "lea", Square.SAYS_IT, "fr");

            other.tick();

            assertThat(other.inbox()).hasSize(1);
            assertThat(other.told).isEmpty();
        }
    }

    private static Item reKeyed(Square square, Item item) {
        return new Item(
                new ItemKey(square.workspace, Sandbox.ID, item.key().nativeId()),
                item.kind(),
                item.author(),
                item.text(),
                item.url(),
                item.publishedAt(),
                item.foundAt(),
                item.parent());
    }

    @Test
    void of_a_feed_only_what_the_watch_matches_is_kept() {
        var feed = square.feed("quartier");
        square.entry(feed, "1", Square.SAYS_IT);
        square.entry(feed, "2", "La boulangerie Lumière au cinéma");
        square.entry(feed, "3", "Rien à voir");
        square.follow(feed.uri());

        square.tick();
        square.later();

        assertThat(square.told)
                .filteredOn(event -> event.type() == Event.Type.MENTION_FOUND)
                .hasSize(1);
        assertThat(square.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.item().text()).isEqualTo(Square.SAYS_IT);
            assertThat(mention.item().url()).endsWith("/a/1");
        });
        assertThat(square.inbox()).isEmpty();
        assertThat(square.log()).contains("\"found\":3,\"new\":1,\"mentions\":1,\"dropped_unmatched\":2");
    }

    @Test
    void the_log_counts_and_holds_no_text_of_anybody() {
        square.connected().sandbox.mention("lumiere", "lea", Square.SAYS_IT, "fr");
        var feed = square.feed("quartier");
        square.entry(feed, "1", Square.SAYS_IT);
        square.follow(feed.uri());

        square.tick();

        assertThat(square.log())
                .contains("source.polled")
                .doesNotContain("adore")
                .doesNotContain("lea");
    }

    @Test
    void five_pages_are_read_in_one_poll_and_the_rest_at_the_next() {
        square.connected();
        for (var i = 0; i < 520; i++) {
            square.sandbox.mention("lumiere", "lea", "n° " + i, "fr");
        }

        square.tick();
        var first = all();
        square.later();

        assertThat(first).isEqualTo(500);
        assertThat(all()).isEqualTo(520);
    }

    private int all() {
        var count = 0;
        var page = square.ports.items().inbox(square.workspace, square.brand, Handling.NEW, PageRequest.first(100));
        count += page.items().size();
        while (page.next().isPresent()) {
            page = square.ports
                    .items()
                    .inbox(square.workspace, square.brand, Handling.NEW, new PageRequest(100, page.next()));
            count += page.items().size();
        }
        return count;
    }
}
