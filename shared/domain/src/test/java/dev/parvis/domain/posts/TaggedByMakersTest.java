package dev.parvis.domain.posts;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.evergreen.Entry;
import dev.parvis.domain.evergreen.EvergreenFixtures;
import dev.parvis.domain.evergreen.EvergreenPosts;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.imports.ImportPosts;
import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.PlainRules;
import dev.parvis.domain.series.SeriesFixtures;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.slots.Slot;
import dev.parvis.domain.slots.Week;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

/** Links in texts of posts that nobody saves by hand: of series, evergreen queues and imports. */
class TaggedByMakersTest {
    private static final String TYPED = "Voir https://helios.fr/a et https://autre.fr/b";
    private static final String TAGGED = "Voir https://helios.fr/a?utm_source=sandbox et https://autre.fr/b";

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();
    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);

    @BeforeEach
    void a_brand_that_tags_its_links_and_has_a_site() {
        var template = new UtmTemplate("{network}", "", "");
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand, new Publishing(false, Optional.of(template))));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
        sites(0, "https://helios.fr");
    }

    private void sites(long version, String site) {
        var names = new Sheet.Names(List.of(), List.of(site), List.of());
        stores.sheets().replace(new Sheet(workspace, brand, Sheet.Voice.NONE, Sheet.Aims.NONE, names, version));
    }

    private List<Post> made() {
        return stores.slots().taken(workspace, channel, NOON, NOON.plus(Duration.ofDays(60))).stream()
                .flatMap(taken -> taken.posts().stream())
                .map(post -> stores.posts().find(workspace, post).orElseThrow().post())
                .toList();
    }

    private void assertTagged() {
        assertThat(made()).isNotEmpty().allSatisfy(post -> assertThat(
                        post.content().on(SANDBOX).text())
                .isEqualTo(TAGGED));
    }

    private void settleSeries() {
        var over = new SeriesPosts.Stores(
                stores.agenda(), stores.series(), stores.posts(), stores.brands(), stores.channels(), stores.sheets());
        var posts = new SeriesPosts(over, new Occurrences(new PlainRules()), clock);
        stores.agenda().claim(Kind.SERIES, clock.instant(), 10).claims().forEach(posts::settle);
    }

    @Test
    void a_series_tags_them_and_leaves_what_it_has_made_when_the_sheet_changes() {
        var saying = SeriesFixtures.saying(TYPED, channel);
        var series = SeriesFixtures.series(workspace, brand, "EVERY PT24H TIMES 3", "2026-11-22T09:00", saying);
        stores.series().create(series, saying, NOON);
        settleSeries();
        assertTagged();
        var before = made();

        sites(1, "https://autre.fr");
        clock.advance(Duration.ofDays(1));
        settleSeries();

        assertThat(made()).isEqualTo(before);
    }

    @Test
    void an_evergreen_queue_tags_them() {
        stores.slots()
                .replace(new Week(workspace, channel, List.of(new Slot(DayOfWeek.SUNDAY, LocalTime.of(9, 0))), 0));
        var queue = EvergreenFixtures.queue(workspace, brand, 1, channel);
        stores.queues().create(queue, NOON);
        Entry entry = EvergreenFixtures.entry(queue, TYPED);
        stores.queues().add(entry);
        var posts = new EvergreenPosts(
                new EvergreenPosts.Stores(
                        stores.agenda(),
                        stores.queues(),
                        stores.posts(),
                        stores.brands(),
                        stores.channels(),
                        stores.slots(),
                        stores.media(),
                        stores.sheets()),
                clock);

        posts.fill(queue);

        assertTagged();
    }

    @Test
    void an_import_tags_them_and_knows_its_posts_again() {
        var at = NOON.plus(Duration.ofDays(7));
        var schedule = new Schedule(at.atZone(Fixtures.PARIS).toLocalDateTime(), Fixtures.PARIS, at);
        var row = new ImportRow(
                2,
                ImportRow.post(brand, "ligne 1"),
                Fixtures.content(TYPED),
                Labels.NONE,
                Optional.of(schedule),
                false,
                List.of(channel));

        var first = imported(row);
        assertTagged();
        var again = imported(row);

        assertThat(first.made()).isOne();
        assertThat(again)
                .extracting(Import::made, Import::known, Import::failed)
                .containsExactly(0, 1, 0);
    }

    private Import imported(ImportRow row) {
        clock.advance(Duration.ofMinutes(1));
        var work = new Import(workspace, new ImportId(Fixtures.id()), brand, 1, 0, 0, 0, 0, 0, "lea", clock.instant());
        stores.imports().create(work, List.of(row), List.of(), clock.instant());
        var posts = new ImportPosts(
                new ImportPosts.Stores(
                        stores.agenda(),
                        stores.imports(),
                        stores.posts(),
                        stores.brands(),
                        stores.channels(),
                        stores.slots(),
                        stores.sheets()),
                clock);
        stores.agenda()
                .claim(Kind.IMPORT, clock.instant(), 5)
                .claims()
                .forEach(claim -> posts.settle(claim, () -> true));
        return stores.imports().find(workspace, work.importId()).orElseThrow();
    }
}
