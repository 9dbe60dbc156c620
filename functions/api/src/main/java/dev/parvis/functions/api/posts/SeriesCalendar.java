package dev.parvis.functions.api.posts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.series.Occurrence;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

/** When a series comes round within a year, and whether its posts are there. */
final class SeriesCalendar {
    private static final Duration SHOWN = Duration.ofDays(366);

    private final Posts posts;
    private final Occurrences occurrences;
    private final InstantSource clock;

    SeriesCalendar(Posts posts, Occurrences occurrences, InstantSource clock) {
        this.posts = posts;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    /** All of the year to come, earliest first, skipped ones too. */
    List<Occurrence> ahead(Series series) {
        var now = clock.instant();
        return occurrences.between(series, now, now.plus(SHOWN));
    }

    /** The next ones, each with what became of it. */
    Response show(Series series, int limit) {
        var shown = ahead(series).stream()
                .limit(limit)
                .map(occurrence -> SeriesJson.of(occurrence, state(series, occurrence)))
                .toList();
        return Response.json(200, Json.obj("items", shown));
    }

    private String state(Series series, Occurrence occurrence) {
        if (posts.find(series.workspace(), occurrence.post()).isPresent()) {
            return "made";
        }
        if (!series.wants(occurrence)) {
            return series.state() == SeriesState.RUNNING ? "skipped" : "paused";
        }
        return occurrence.schedule().at().isBefore(series.madeUntil()) ? "deleted" : "planned";
    }
}
