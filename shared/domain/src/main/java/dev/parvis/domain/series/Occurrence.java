package dev.parvis.domain.series;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.Named;

/**
 * One time that a series comes round.
 *
 * @param post the id of its post, always the same
 * @param meant the wall clock that the rule gives, which may not exist that day
 * @param schedule when that is
 */
public record Occurrence(PostId post, LocalDateTime meant, Schedule schedule) {
    static Occurrence of(Series series, LocalDateTime meant) {
        var millis = meant.toInstant(ZoneOffset.UTC).toEpochMilli();
        var id = Named.ulid(millis, series.workspace() + "\n" + series.series() + "\n" + meant);
        var schedule = Schedule.always(meant, series.recurrence().zone());
        return new Occurrence(new PostId(id), meant, schedule);
    }
}
