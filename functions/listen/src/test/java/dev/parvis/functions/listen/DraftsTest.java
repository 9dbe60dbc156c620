package dev.parvis.functions.listen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.sources.Drafting;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Sources;
import dev.parvis.fakes.feeds.Feed;

import static org.assertj.core.api.Assertions.assertThat;

/** A feed whose new entries become drafts. */
class DraftsTest {
    private final Square square = new Square().connected();
    private final Feed feed = square.feed("journal");

    @AfterEach
    void close() {
        square.close();
    }

    /** The source is made and has learned what is there. */
    private void drafting(String template) {
        square.draft(feed.uri(), template);
        square.tick();
        square.pass(Duration.ofMinutes(1));
    }

    private List<String> texts() {
        return square.drafts().stream().map(post -> post.content().text()).toList();
    }

    @Test
    void a_new_entry_becomes_a_draft_that_says_where_it_came_from() {
        var source = square.draft(feed.uri(), "À lire : {title}");
        square.tick();
        square.pass(Duration.ofMinutes(1));
        square.entry(feed, "1", "Le pain de $1 {link}");

        square.later();

        assertThat(square.drafts()).singleElement().satisfies(post -> {
            assertThat(post.content().text()).isEqualTo("À lire : Le pain de $1 {link}");
            assertThat(post.content().link().orElseThrow().url()).endsWith("/a/1");
            assertThat(post.schedule()).isEmpty();
            assertThat(post.createdBy()).isEqualTo("source/" + source);
            assertThat(post.labels().theme()).isEqualTo("Carte");
            assertThat(square.ports
                            .posts()
                            .find(square.workspace, post.id())
                            .orElseThrow()
                            .targets())
                    .singleElement()
                    .satisfies(target -> assertThat(target.channel()).isEqualTo(square.channel));
        });
        assertThat(square.mentions()).isEmpty();
    }

    @Test
    void a_link_to_an_own_site_in_the_text_is_tagged_as_the_brand_says() {
        var brand = square.ports.brands().find(square.workspace, square.brand).orElseThrow();
        var tagging = new Publishing(false, Optional.of(new UtmTemplate("{network}", "", "")));
        square.ports
                .brands()
                .change(new Brand(
                        brand.workspace(),
                        brand.id(),
                        brand.name(),
                        brand.zone(),
                        brand.watch(),
                        brand.reporting(),
                        brand.lateness(),
                        brand.approving(),
                        tagging,
                        brand.createdAt(),
                        brand.version()));
        var names = new Sheet.Names(List.of(), List.of("https://helios.example"), List.of());
        square.ports
                .sheets()
                .replace(new Sheet(square.workspace, square.brand, Sheet.Voice.NONE, Sheet.Aims.NONE, names, 0));
        drafting("{title} https://helios.example/journal");
        square.entry(feed, "1", "Lu");

        square.later();

        assertThat(square.drafts()).singleElement().satisfies(post -> assertThat(
                        post.content().on(new NetworkId("bluesky")).text())
                .contains("https://helios.example/journal?utm_source=bluesky"));
    }

    @Test
    void the_first_poll_only_learns_what_is_there() {
        square.entry(feed, "1", "Ancien");
        square.pass(Duration.ofMinutes(1));

        drafting(Drafting.USUAL);
        square.entry(feed, "2", "Nouveau");
        square.later();

        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("Nouveau\n\nhttp")
                .endsWith("/a/2");
    }

    @Test
    void a_feed_that_comes_again_in_another_order_makes_nothing_twice() {
        drafting("{title}");
        square.entry(feed, "1", "Un");
        square.entry(feed, "2", "Deux");
        square.later();
        assertThat(texts()).containsExactlyInAnyOrder("Un", "Deux");

        var again = square.feed("journal-bis");
        square.entry(again, "2", "Deux");
        square.entry(again, "1", "Un");
        square.entry(again, "3", "Trois");
        feed.answers(301, "Location", again.uri().toString());
        square.later();
        square.later();

        assertThat(texts()).containsExactlyInAnyOrder("Un", "Deux", "Trois");
    }

    @Test
    void a_draft_that_was_deleted_is_not_made_again_even_when_the_cursor_is_lost() {
        var source = square.draft(feed.uri(), "{title}");
        square.tick();
        square.pass(Duration.ofMinutes(1));
        square.entry(feed, "1", "Un");
        square.later();
        var post = square.drafts().getFirst();

        square.ports.posts().delete(square.workspace, post.id(), post.version());
        square.ports.sources().moveCursor(square.workspace, source, "illisible");
        square.later();

        assertThat(texts()).isEmpty();
    }

    @Test
    void old_entries_under_new_ids_are_no_drafts() {
        square.entry(feed, "1", "Vieux");
        square.pass(Duration.ofDays(3));
        drafting("{title}");
        var at = square.clock.instant();
        square.clock.set(at.minus(Duration.ofDays(2)));
        square.entry(feed, "nouveau-1", "Vieux");
        square.clock.set(at);

        square.later();

        assertThat(texts()).isEmpty();
    }

    @Test
    void more_than_a_poll_takes_are_made_by_the_next_ones() {
        drafting("{title}");
        for (var i = 0; i < Drafts.MOST_AT_ONCE + 5; i++) {
            square.entry(feed, "n" + i, "Numéro " + i);
        }

        square.later();
        assertThat(texts()).hasSize(Drafts.MOST_AT_ONCE);
        square.later();
        square.later();

        assertThat(texts()).hasSize(Drafts.MOST_AT_ONCE + 5).doesNotHaveDuplicates();
    }

    @Test
    void wherever_the_function_dies_each_entry_is_one_draft() {
        var calls = story(0, false);
        assertThat(calls).isGreaterThan(6);

        for (var call = 1; call <= calls; call++) {
            story(call, false);
            story(call, true);
        }
    }

    private static int story(int call, boolean afterwards) {
        try (var square = new Square()) {
            var feed = square.feed("journal");
            square.draft(feed.uri(), "{title}");
            square.tick();
            square.pass(Duration.ofMinutes(1));
            square.entry(feed, "1", "Un");
            square.entry(feed, "2", "Deux");
            var breaking = new Breaking(call, afterwards);
            square.with(new Ports.Faults() {
                @Override
                public <P> P before(Class<P> port, P real) {
                    var matters = port == Agenda.class || port == Posts.class || port == Sources.class;
                    return matters ? breaking.port(port, real) : real;
                }
            });
            square.pass(Square.EVERY);
            try {
                square.tick();
            } catch (Breaking.Broken died) {
                assertThat(call).isPositive();
            }
            square.with(Ports.Faults.NONE);
            square.later();
            square.later();

            assertThat(square.drafts().stream().map(post -> post.content().text()))
                    .as("call " + call + (afterwards ? " after" : " before"))
                    .containsExactlyInAnyOrder("Un", "Deux");
            assertThat(breaking.calls()).isPositive();
            return breaking.calls();
        }
    }

    @Test
    void a_template_names_what_we_know() {
        assertThat(Drafting.isTemplate(Drafting.USUAL)).isTrue();
        assertThat(Drafting.isTemplate("{title} {author}")).isFalse();
        assertThat(Drafting.isTemplate("rien")).isFalse();
        assertThat(new Drafting("{excerpt} – {title}", "", List.of())
                        .text(new Drafting.Said("Titre", "", "Un $0 \\ {title}")))
                .isEqualTo("Un $0 \\ {title} – Titre");
        assertThat(new Origin.Notifications(square.channel).movedTo(feed.uri()))
                .isEqualTo(new Origin.Notifications(square.channel));
    }
}
