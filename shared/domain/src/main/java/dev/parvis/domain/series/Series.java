package dev.parvis.domain.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What a brand says again and again.
 *
 * @param skipped wall-clock times, as the rule gives them, that do not take place; at most {@value #MOST_SKIPPED}
 * @param until the last day, by the wall clock
 * @param editions at least one, at most {@value #MOST_EDITIONS}
 * @param madeUntil posts of occurrences before it were made: one that is not there was taken away by a person
 */
public record Series(
        WorkspaceId workspace,
        SeriesId series,
        BrandId brand,
        Recurrence recurrence,
        List<LocalDateTime> skipped,
        Optional<LocalDate> until,
        List<Edition> editions,
        SeriesState state,
        Instant madeUntil,
        String createdBy,
        Instant createdAt,
        long version)
        implements Work {
    public static final int MOST_EDITIONS = 20;
    public static final int MOST_SKIPPED = 100;

    public Series {
        skipped = List.copyOf(skipped);
        editions = List.copyOf(editions);
        if (editions.isEmpty() || editions.size() > MOST_EDITIONS || skipped.size() > MOST_SKIPPED) {
            throw new IllegalArgumentException("a series has 1 to " + MOST_EDITIONS + " editions");
        }
    }

    @Override
    public String id() {
        return brand + "." + series;
    }

    /** Whether an occurrence takes place. */
    public boolean wants(Occurrence occurrence) {
        var day = occurrence.meant().toLocalDate();
        return state == SeriesState.RUNNING
                && !skipped.contains(occurrence.meant())
                && until.filter(day::isAfter).isEmpty();
    }

    /** Which edition is said on a day: the last that is in force then, or the first of all. */
    public Edition on(LocalDate day) {
        return editions.reversed().stream()
                .filter(edition -> !edition.from().isAfter(day))
                .findFirst()
                .orElse(editions.getFirst());
    }

    public Series with(Edition edition) {
        var all = new ArrayList<>(editions);
        all.add(edition);
        return copy(skipped, until, all, state, madeUntil);
    }

    public Series without(LocalDateTime meant) {
        var all = new ArrayList<>(skipped);
        all.add(meant);
        return copy(all, until, editions, state, madeUntil);
    }

    /** Ends on another day; what had been taken back until now may be made again. */
    public Series until(Optional<LocalDate> last, Instant now) {
        return copy(skipped, last, editions, state, now);
    }

    /** Pauses, goes on or goes; what had been taken back until now may be made again. */
    public Series in(SeriesState next, Instant now) {
        return copy(skipped, until, editions, next, now);
    }

    public Series made(Instant before) {
        return copy(skipped, until, editions, state, before);
    }

    private Series copy(
            List<LocalDateTime> omitted, Optional<LocalDate> last, List<Edition> all, SeriesState next, Instant made) {
        return new Series(
                workspace, series, brand, recurrence, omitted, last, all, next, made, createdBy, createdAt, version);
    }
}
