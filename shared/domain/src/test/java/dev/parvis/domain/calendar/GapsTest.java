package dev.parvis.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.series.Edition;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.PlainRules;
import dev.parvis.domain.series.Recurrence;
import dev.parvis.domain.series.Saying;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesId;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A brand of two channels, one of which is to speak twice a week. Now is a Saturday at noon. */
class GapsTest {
    private static final LocalDate THIS_WEEK = LocalDate.parse("2026-11-16");
    private static final LocalDate NEXT_WEEK = THIS_WEEK.plusWeeks(1);

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final Brand brand = Fixtures.brand(workspace, Fixtures.brandId());
    private final ChannelId often = Fixtures.channelId();
    private final ChannelId seldom = Fixtures.channelId();
    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);
    private final Gaps gaps = new Gaps(
            new Gaps.Stores(stores.channels(), stores.sheets(), stores.slots(), stores.posts(), stores.series()),
            new Occurrences(new PlainRules()),
            clock);

    @BeforeEach
    void two_channels() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(brand);
        stores.channels().create(Fixtures.channel(workspace, brand.id(), often));
        stores.channels().create(Fixtures.channel(workspace, brand.id(), seldom));
        var aims = new Sheet.Aims(List.of(), List.of(), List.of(), List.of(new Rhythm(often, 2)));
        stores.sheets().replace(new Sheet(workspace, brand.id(), Sheet.Voice.NONE, aims, Sheet.Names.NONE, 0));
    }

    private void scheduled(String wallClock, ChannelId channel) {
        var at = LocalDateTime.parse(wallClock).atZone(PARIS).toInstant();
        var post = Fixtures.post(workspace, brand.id(), at);
        stores.posts().create(post, List.of(Fixtures.target(post, channel)));
    }

    private Gap tooFew(LocalDate monday, int planned) {
        return new Gap.Short(monday, often, 2, planned);
    }

    @Test
    void a_week_without_a_word_is_empty_and_a_channel_below_its_rhythm_is_named() {
        scheduled("2026-11-24T09:00", often);
        scheduled("2026-11-25T09:00", seldom);

        assertThat(gaps.in(brand, NEXT_WEEK, 2))
                .containsExactly(
                        tooFew(NEXT_WEEK, 1), new Gap.Empty(NEXT_WEEK.plusWeeks(1)), tooFew(NEXT_WEEK.plusWeeks(1), 0));
    }

    @Test
    void a_week_begins_on_monday_at_midnight_in_the_brands_zone() {
        scheduled("2026-11-23T00:00", often);
        scheduled("2026-11-29T23:59", often);

        assertThat(gaps.in(brand, NEXT_WEEK, 1)).isEmpty();
        assertThat(gaps.in(brand, THIS_WEEK, 1)).containsExactly(new Gap.Empty(THIS_WEEK), tooFew(THIS_WEEK, 0));
    }

    @Test
    void a_week_of_167_hours_is_a_week() {
        clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        scheduled("2026-03-23T00:00", often);
        scheduled("2026-03-29T23:59", often);
        scheduled("2026-03-30T00:00", often);

        assertThat(gaps.in(brand, LocalDate.parse("2026-03-23"), 2))
                .containsExactly(tooFew(LocalDate.parse("2026-03-30"), 1));
    }

    @Test
    void of_what_was_due_counts_what_neither_failed_nor_was_missed() {
        scheduled("2026-11-21T13:01", often);
        scheduled("2026-11-21T13:02", often);
        clock.set(Instant.parse("2026-11-21T13:00:00Z"));
        var claims = stores.agenda().claim(Kind.TARGET, clock.instant(), 2).claims();
        stores.agenda()
                .finish(claims.get(0), claims.get(0).work().without(TargetState.FAILED, "refused"), Next.never());

        assertThat(gaps.in(brand, THIS_WEEK, 1)).containsExactly(tooFew(THIS_WEEK, 1));
    }

    @Test
    void what_series_will_make_counts_beyond_what_they_have_made() {
        var id = Fixtures.id();
        var saying = new Saying(id, Fixtures.content("Bonjour"), List.of(often));
        var first = LocalDateTime.parse("2026-11-22T09:00");
        var series = new Series(
                workspace,
                new SeriesId(id),
                brand.id(),
                new Recurrence("EVERY PT24H", first, PARIS),
                List.of(),
                Optional.empty(),
                List.of(new Edition(id, first.toLocalDate())),
                SeriesState.RUNNING,
                LocalDate.parse("2026-12-06").atStartOfDay(PARIS).toInstant(),
                "lea",
                NOON,
                1);
        stores.series().create(series, saying, NOON);

        assertThat(gaps.in(brand, NEXT_WEEK, 4))
                .containsExactly(new Gap.Empty(NEXT_WEEK), tooFew(NEXT_WEEK, 0), tooFew(NEXT_WEEK.plusWeeks(1), 1));
    }

    @Test
    void a_brand_without_channels_has_nothing_to_say() {
        var mute = Fixtures.brand(workspace, Fixtures.brandId());
        stores.brands().create(mute);

        assertThat(gaps.in(mute, NEXT_WEEK, 4)).isEmpty();
    }

    @Test
    void what_is_over_is_not_looked_at_and_neither_is_more_than_a_quarter() {
        assertThatThrownBy(() -> gaps.in(brand, THIS_WEEK.minusWeeks(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gaps.in(brand, NEXT_WEEK, Gaps.MOST_WEEKS + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
