package dev.parvis.functions.api.posts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.Recurrence;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;

/** Reads when a series comes round; everything that is wrong is noted in the fields. */
final class SeriesInput {
    private static final List<String> WHAT_IS_SAID = List.of(
            "text",
            "link",
            "images",
            "video",
            "poll",
            "thread",
            "firstComment",
            "variants",
            "utm",
            "language",
            "labels",
            "channels");

    private final Occurrences occurrences;

    SeriesInput(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /** The rule, the first wall clock and the zone, if together they come round from now on and not too often. */
    Optional<Recurrence> recurrence(Fields fields, Brand brand, Instant now) {
        var rule = fields.requiredLine("rule", 1, Recurrence.LONGEST_RULE);
        var zone = Inputs.zone(fields, "zone").orElse(brand.zone());
        var first = clock(fields, "first", fields.requiredLine("first", 1, 40));
        if (rule.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        if (Schedule.always(first.get(), zone).at().isBefore(now)) {
            fields.refuse("first", "in_the_past", "must be in the future");
            return Optional.empty();
        }
        return usable(fields, new Recurrence(rule, first.get(), zone), now);
    }

    private Optional<Recurrence> usable(Fields fields, Recurrence recurrence, Instant now) {
        var problem = occurrences.problem(recurrence, now);
        problem.ifPresent(why -> fields.refuse("rule", "not_usable", why));
        return problem.isPresent() ? Optional.empty() : Optional.of(recurrence);
    }

    static Optional<LocalDateTime> clock(Fields fields, String name, String text) {
        try {
            var clock = text.isEmpty() ? Optional.<LocalDateTime>empty() : Optional.of(LocalDateTime.parse(text));
            if (clock.filter(time -> time.getNano() != 0 || time.getYear() > PostInput.LAST_YEAR)
                    .isEmpty()) {
                return clock;
            }
        } catch (DateTimeParseException malformed) {
            // Said below, as for parts of a second and years of five digits.
        }
        fields.refuse(name, "malformed", "must be a local date-time without an offset, such as 2026-12-01T09:00");
        return Optional.empty();
    }

    /** Whether a change says something, or somewhere, else. */
    static boolean saysSomething(Fields fields) {
        return WHAT_IS_SAID.stream()
                .filter(name -> fields.has(name) || fields.isNull(name))
                .findAny()
                .isPresent();
    }

    /** From which day on a change is said: today, by the series' clock, unless it says otherwise. */
    static LocalDate from(Fields fields, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var from = Inputs.date(fields, "from");
        if (from.filter(today::isAfter).isPresent()) {
            fields.refuse("from", "in_the_past", "must be today or later");
        }
        if (fields.has("from") && !saysSomething(fields)) {
            fields.refuse("from", "not_allowed", "goes with something to say from that day on");
        }
        return from.orElse(today);
    }
}
