package dev.parvis.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.Saying;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;

/**
 * Finds the gaps of a brand's calendar, from the week that runs on. What is to come counts as planned, waiting for approval
 * or not, and so does what series will make beyond the posts they have made; of what should have gone out already counts
 * what neither failed nor was missed. A query for each channel, and one for each series where weeks lie further ahead than
 * their posts.
 */
public final class Gaps {
    /** The most weeks that are looked at. */
    public static final int MOST_WEEKS = 13;

    private final Stores stores;
    private final Occurrences occurrences;
    private final InstantSource clock;

    /** What is read. */
    public record Stores(Channels channels, Sheets sheets, Slots slots, Posts posts, SeriesBook series) {}

    public Gaps(Stores stores, Occurrences occurrences, InstantSource clock) {
        this.stores = stores;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The Monday of the week that runs now: there are no gaps before it any more. */
    public LocalDate thisWeek(Brand brand) {
        return monday(LocalDate.ofInstant(clock.instant(), brand.zone()));
    }

    /**
     * Earliest first.
     *
     * @param from a Monday, of this week or later
     * @param weeks at most {@value #MOST_WEEKS}
     */
    public List<Gap> in(Brand brand, LocalDate from, int weeks) {
        if (weeks > MOST_WEEKS || from.getDayOfWeek() != DayOfWeek.MONDAY || from.isBefore(thisWeek(brand))) {
            throw new IllegalArgumentException("at most " + MOST_WEEKS + " weeks are looked at, from this one on");
        }
        var channels = channels(brand);
        var said = said(brand, channels, from, from.plusWeeks(weeks));
        var rhythms = stores.sheets().find(brand.workspace(), brand.id()).aims().rhythms().stream()
                .filter(rhythm -> channels.contains(rhythm.channel()))
                .toList();
        var gaps = new ArrayList<Gap>();
        for (var week = 0; week < weeks; week++) {
            var monday = from.plusWeeks(week);
            if (!channels.isEmpty() && channels.stream().noneMatch(channel -> said.on(channel, monday) > 0)) {
                gaps.add(new Gap.Empty(monday));
            }
            rhythms.stream()
                    .flatMap(rhythm -> missing(rhythm, monday, said).stream())
                    .forEach(gaps::add);
        }
        return gaps;
    }

    private static Optional<Gap> missing(Rhythm rhythm, LocalDate monday, Said said) {
        var planned = said.on(rhythm.channel(), monday);
        return planned < rhythm.postsPerWeek()
                ? Optional.of(new Gap.Short(monday, rhythm.channel(), rhythm.postsPerWeek(), planned))
                : Optional.empty();
    }

    private List<ChannelId> channels(Brand brand) {
        return all(page -> stores.channels().list(brand.workspace(), page))
                .filter(channel -> channel.brand().equals(brand.id()))
                .map(Channel::id)
                .toList();
    }

    private Said said(Brand brand, List<ChannelId> channels, LocalDate from, LocalDate until) {
        var said = new Said(brand);
        var first = start(brand, from);
        var last = start(brand, until);
        var now = clock.instant();
        for (var channel : channels) {
            for (var taken : stores.slots().taken(brand.workspace(), channel, first, last)) {
                taken.posts().stream()
                        .filter(post -> !taken.at().isBefore(now) || wentOut(brand, post, channel))
                        .forEach(_ -> said.add(channel, taken.at()));
            }
        }
        all(page -> stores.series().list(brand.workspace(), brand.id(), page))
                .filter(series -> series.state() == SeriesState.RUNNING
                        && series.madeUntil().isBefore(last))
                .forEach(series -> toBeMade(series, last, said, first));
        return said;
    }

    private boolean wentOut(Brand brand, PostId post, ChannelId channel) {
        return stores.posts().find(brand.workspace(), post).stream()
                .flatMap(whole -> whole.targets().stream())
                .filter(target -> target.channel().equals(channel))
                .anyMatch(target -> switch (target.state()) {
                    case PUBLISHED, SENDING, UNCERTAIN, PREPARED, RETRY_AT, SCHEDULED -> true;
                    case DRAFT, APPROVAL, HELD, FAILED, MISSED, CANCELLED -> false;
                });
    }

    private void toBeMade(Series series, Instant last, Said said, Instant first) {
        var from = series.madeUntil().isAfter(first) ? series.madeUntil() : first;
        var coming = occurrences.between(series, from, last).stream()
                .filter(series::wants)
                .toList();
        if (coming.isEmpty()) {
            return;
        }
        var channels = new HashMap<String, List<ChannelId>>();
        for (Saying saying : stores.series().sayings(series)) {
            channels.put(saying.edition(), saying.channels());
        }
        coming.forEach(occurrence -> channels.getOrDefault(
                        series.on(occurrence.meant().toLocalDate()).id(), List.of())
                .forEach(channel -> said.add(channel, occurrence.schedule().at())));
    }

    private static Instant start(Brand brand, LocalDate monday) {
        return monday.atStartOfDay(brand.zone()).toInstant();
    }

    private static <T> Stream<T> all(Function<PageRequest, Page<T>> list) {
        return Stream.iterate(
                        Optional.of(list.apply(PageRequest.first(PageRequest.MOST))),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next)
                                .map(next -> list.apply(new PageRequest(PageRequest.MOST, Optional.of(next)))))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    /** How often each channel speaks in each week. */
    private static final class Said {
        private record Place(ChannelId channel, LocalDate monday) {}

        private final Brand brand;
        private final Map<Place, Integer> counts = new HashMap<>();

        Said(Brand brand) {
            this.brand = brand;
        }

        void add(ChannelId channel, Instant at) {
            var monday = monday(LocalDate.ofInstant(at, brand.zone()));
            counts.merge(new Place(channel, monday), 1, Integer::sum);
        }

        int on(ChannelId channel, LocalDate monday) {
            return counts.getOrDefault(new Place(channel, monday), 0);
        }
    }
}
