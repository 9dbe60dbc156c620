package dev.parvis.functions.api.posts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;

/** Reads where a post goes, when, and what it is for; everything that is wrong is noted in the fields. */
final class PostInput {
    private static final int MOST_CHANNELS = 20;
    /** Of four digits in every zone: what is due is sorted as text. */
    static final int LAST_YEAR = 9998;

    private PostInput() {}

    static List<String> channels(Fields fields) {
        return fields.texts("channels", MOST_CHANNELS, 64).stream().distinct().toList();
    }

    /** Refuses a time without a place: at that time nothing would go out, and nobody would be told. */
    static void goesSomewhere(Fields fields, When when, List<String> channels) {
        if (when instanceof When.Said(var schedule)
                && schedule.isPresent()
                && channels.isEmpty()
                && !fields.isRefused("channels")) {
            fields.refuse("channels", "required", "must name one at least: without one nothing goes out at that time");
        }
    }

    /**
     * A wall-clock time in the given zone, or in the brand's; or the next free slot. A time that the clocks skip, or a
     * past one, is refused. What is meant for no brand cannot be told, so only its form is read.
     *
     * @param otherwise when nothing is said
     */
    static When when(Fields fields, Optional<Brand> brand, Instant now, Optional<Schedule> otherwise) {
        var given = fields.optionalObject("schedule");
        if (given.isEmpty()) {
            return new When.Said(otherwise);
        }
        var schedule = given.get();
        var at = schedule.optionalLine("at", 1, 40);
        var zone = Inputs.zone(schedule, "zone");
        if (schedule.optionalTruth("nextSlot").orElse(false)) {
            if (schedule.has("at") || schedule.has("zone")) {
                schedule.refuse("nextSlot", "not_allowed", "must stand alone: a slot has its own time and zone");
            }
            return new When.NextSlot();
        }
        if (!schedule.has("at")) {
            schedule.refuse("at", "required", "is required, unless nextSlot is true");
        }
        var meant = zone.or(() -> brand.map(Brand::zone));
        return new When.Said(at.flatMap(text -> wallClock(schedule, text))
                .flatMap(clock -> meant.flatMap(place -> resolved(schedule, Schedule.of(clock, place), now))));
    }

    private static Optional<LocalDateTime> wallClock(Fields schedule, String text) {
        try {
            var at = LocalDateTime.parse(text);
            if (at.getYear() <= LAST_YEAR) {
                return Optional.of(at);
            }
        } catch (DateTimeParseException malformed) {
            // Said below.
        }
        schedule.refuse("at", "malformed", "must be a local date-time without an offset, such as 2026-12-01T09:00");
        return Optional.empty();
    }

    private static Optional<Schedule> resolved(Fields schedule, Schedule.Resolved resolved, Instant now) {
        return switch (resolved) {
            case Schedule.Resolved.Gap(var next) -> {
                schedule.refuse(
                        "at",
                        "skipped_by_the_clocks",
                        "does not exist that day in that zone; the next time is " + next);
                yield Optional.empty();
            }
            case Schedule.Resolved.At(var found) -> {
                if (found.at().isBefore(now)) {
                    schedule.refuse("at", "in_the_past", "must be in the future");
                }
                yield Optional.of(found);
            }
        };
    }
}
