package dev.parvis.networks.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.fakes.feeds.Feed;
import dev.parvis.fakes.feeds.FeedFormat;
import dev.parvis.fakes.feeds.FeedHost;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class FeedReaderTest {
    private static final WorkspaceId WORKSPACE = Desk.WORKSPACE;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final FeedHost host =
            FeedHost.start(FakeServer.Options.LOOPBACK, SteerableClock.standingAt(clock.instant()));
    private final FeedReader reader = new FeedReader(Desk.outbound(host.uri()), clock);
    private int entries;

    @AfterEach
    void close() {
        host.close();
        assertThat(host.log().failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void every_format_gives_the_same_item(FeedFormat format) {
        var feed = host.feed("news", format);
        feed.add(new dev.parvis.fakes.feeds.Entry(
                "tag:blog.example,2026:1",
                "Café & <b>thé</b>",
                "/articles/1",
                "<p>Bonjour l&rsquo;été</p><script>alert(1)</script>",
                "Léa",
                clock.instant().minusSeconds(60)));

        var item = read(feed, Optional.empty()).fresh().getFirst();

        assertThat(item.kind()).isEqualTo(ItemKind.ENTRY);
        assertThat(item.key().network()).isEqualTo(FeedReader.WEB);
        assertThat(item.key().nativeId()).isEqualTo("tag:blog.example,2026:1");
        assertThat(item.url()).isEqualTo(host.uri() + "/articles/1");
        assertThat(item.text()).contains("Café").contains("Bonjour l’été").doesNotContain("alert");
        assertThat(item.author().name()).isEqualTo("Léa");
        assertThat(item.publishedAt()).isEqualTo(clock.instant().minusSeconds(60));
        assertThat(item.foundAt()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @EnumSource(Feed.Validators.class)
    void an_entry_is_told_once_whatever_validators_the_server_has(Feed.Validators validators) {
        var feed = host.feed("news", FeedFormat.RSS).validators(validators);
        add(feed);

        var first = read(feed, Optional.empty());
        var second = poll(feed.uri(), Optional.of(first.cursor()));
        add(feed);
        var third = read(feed, Optional.of(first.cursor()));

        assertThat(first.fresh()).hasSize(1);
        assertThat(second).isInstanceOf(Feeding.Unchanged.class);
        assertThat(third.fresh()).hasSize(1);
        assertThat(third.fresh()).doesNotContainAnyElementsOf(first.fresh());
        assertThat(third.found()).isEqualTo(2);
    }

    @Test
    void validators_are_sent_back_as_they_came_and_a_304_is_nothing_new() {
        var feed = host.feed("news", FeedFormat.ATOM).gzip(true);
        add(feed);
        var first = read(feed, Optional.empty());

        assertThat(poll(feed.uri(), Optional.of(first.cursor()))).isEqualTo(new Feeding.Unchanged(0));

        assertThat(host.log().exchanges().getLast().status()).contains(304);
        assertThat(first.cursor()).contains("W/\\\"");
    }

    @Test
    void what_a_server_answers_is_told_as_what_it_is() {
        var feed = host.feed("news", FeedFormat.RSS);

        feed.answers(410);
        assertThat(poll(feed)).isInstanceOf(Feeding.Gone.class);
        feed.answers(429, "Retry-After", "120");
        assertThat(poll(feed)).isEqualTo(new Feeding.Throttled(clock.instant().plusSeconds(120)));
        feed.answers(503, "Retry-After", "600");
        assertThat(poll(feed))
                .isInstanceOfSatisfying(Feeding.Throttled.class, throttled -> assertThat(throttled.until())
                        .isAfter(clock.instant().plusSeconds(590)));
        feed.answers(503);
        assertThat(reason(poll(feed))).contains("503");
        feed.answers(404);
        assertThat(reason(poll(feed))).contains("404");
        feed.answers(403);
        assertThat(reason(poll(feed))).contains("403");
        assertThat(reason(poll(host.uri().resolve("/sites/news"), Optional.empty())))
                .contains("web page");
    }

    @Test
    void a_permanent_move_is_told_and_the_validators_move_along() {
        var old = host.feed("old", FeedFormat.RSS);
        var now = host.feed("now", FeedFormat.RSS);
        add(now);
        old.answers(301, "Location", now.uri().toString());

        var first = read(old, Optional.empty());

        assertThat(first.movedTo()).contains(now.uri());
        assertThat(first.fresh()).hasSize(1);
        assertThat(poll(now.uri(), Optional.of(first.cursor()))).isEqualTo(new Feeding.Unchanged(0));
    }

    @Test
    void a_feed_that_moves_without_news_is_remembered_under_its_new_address() {
        var old = host.feed("old", FeedFormat.RSS);
        var now = host.feed("now", FeedFormat.RSS);
        add(old);
        var first = read(old, Optional.empty());
        now.add(old.entries().getFirst());
        old.answers(308, "Location", now.uri().toString());

        var moved = read(old, Optional.of(first.cursor()));

        assertThat(moved.movedTo()).contains(now.uri());
        assertThat(moved.fresh()).isEmpty();
        assertThat(poll(now.uri(), Optional.of(moved.cursor()))).isInstanceOf(Feeding.Unchanged.class);
    }

    @Test
    void a_passing_redirect_is_followed_and_does_not_move_the_source() {
        var feed = host.feed("news", FeedFormat.RSS);
        add(feed);

        var read = (Feeding.Read) poll(host.uri().resolve("/redirect/3?to=" + feed.uri()), Optional.empty());

        assertThat(read.movedTo()).isEmpty();
        assertThat(read.fresh()).hasSize(1);
    }

    @Test
    void five_hundred_entries_are_told_once_and_remembered_in_a_few_kilobytes() {
        var feed = host.feed("news", FeedFormat.RSS);
        for (var i = 0; i < 500; i++) {
            add(feed);
        }

        var first = read(feed, Optional.empty());

        assertThat(first.fresh()).hasSize(500);
        assertThat(first.fresh()).isSortedAccordingTo(java.util.Comparator.comparing(Item::publishedAt));
        assertThat(first.cursor().length()).isLessThan(4_500);
        assertThat(poll(feed.uri(), Optional.of(first.cursor()))).isInstanceOf(Feeding.Unchanged.class);
    }

    @Test
    void of_more_than_a_thousand_entries_the_first_are_taken_and_the_rest_counted() {
        var feed = host.feed("news", FeedFormat.JSON);
        for (var i = 0; i < 1_003; i++) {
            add(feed);
        }

        var read = read(feed, Optional.empty());

        assertThat(read.fresh()).hasSize(1_000);
        assertThat(read.found()).isEqualTo(1_003);
        assertThat(read.dropped()).isEqualTo(Map.of("too_many", 3));
    }

    @Test
    void at_the_first_poll_old_entries_are_no_news_and_later_a_late_one_is() {
        var feed = host.feed("news", FeedFormat.RSS);
        feed.add(entry("old", clock.instant().minus(Duration.ofDays(31))));
        add(feed);

        var first = read(feed, Optional.empty());
        feed.add(entry("late", clock.instant().minus(Duration.ofDays(40))));
        var second = read(feed, Optional.of(first.cursor()));

        assertThat(first.fresh()).hasSize(1);
        assertThat(first.dropped()).isEqualTo(Map.of("old", 1));
        assertThat(second.fresh()).extracting(Item::text).containsExactly("late");
    }

    @Test
    void an_entry_that_leaves_and_comes_back_is_no_news() {
        var feed = host.feed("news", FeedFormat.RSS);
        add(feed);
        var all = read(feed, Optional.empty());
        var other = host.feed("news", FeedFormat.RSS);
        add(other, "other");
        var without = read(other, Optional.of(all.cursor()));
        other.add(feed.entries().getFirst());

        assertThat(poll(other.uri(), Optional.of(without.cursor()))).isInstanceOf(Feeding.Unchanged.class);
    }

    @Test
    void an_id_that_is_only_unique_in_its_feed_is_kept_with_the_feed() {
        var one = host.feed("one", FeedFormat.RSS).add(entry("42", clock.instant()));
        var two = host.feed("two", FeedFormat.RSS).add(entry("42", clock.instant()));

        assertThat(read(one, Optional.empty()).fresh().getFirst().key())
                .isNotEqualTo(read(two, Optional.empty()).fresh().getFirst().key());
    }

    @Test
    void a_cursor_of_another_address_brings_no_validators_and_an_unreadable_one_starts_anew() {
        var one = host.feed("one", FeedFormat.RSS);
        var two = host.feed("two", FeedFormat.RSS);
        add(one);
        two.add(one.entries().getFirst());
        var first = read(one, Optional.empty());

        var second = poll(two.uri(), Optional.of(first.cursor()));

        assertThat(second).isInstanceOfSatisfying(Feeding.Read.class, read -> assertThat(read.fresh())
                .isEmpty());
        assertThat(host.log().exchanges().getLast().status()).contains(200);
        assertThat(read(one, Optional.of("{broken")).fresh()).hasSize(1);
    }

    private Feeding poll(Feed feed) {
        return poll(feed.uri(), Optional.empty());
    }

    private Feeding poll(URI url, Optional<String> cursor) {
        return reader.read(WORKSPACE, url, cursor, PATIENCE);
    }

    private Feeding.Read read(Feed feed, Optional<String> cursor) {
        var feeding = poll(feed.uri(), cursor);
        assertThat(feeding).isInstanceOf(Feeding.Read.class);
        return (Feeding.Read) feeding;
    }

    private static String reason(Feeding feeding) {
        assertThat(feeding).isInstanceOf(Feeding.Failed.class);
        return ((Feeding.Failed) feeding).reason();
    }

    private void add(Feed feed) {
        add(feed, "Entry " + entries);
    }

    private void add(Feed feed, String title) {
        entries++;
        feed.add(new dev.parvis.fakes.feeds.Entry(
                "tag:e," + entries,
                title,
                "/e/" + entries,
                "<p>Text</p>",
                "",
                clock.instant().minusSeconds(2_000 - entries)));
    }

    private static dev.parvis.fakes.feeds.Entry entry(String id, Instant at) {
        return new dev.parvis.fakes.feeds.Entry(id, id, "/e/" + id, "", "", at);
    }
}
