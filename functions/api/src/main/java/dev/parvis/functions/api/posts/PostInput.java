package dev.parvis.functions.api.posts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;

/** Reads a post's content and schedule; everything that is wrong is noted in the fields. */
final class PostInput {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_ALT = 10_000;
    private static final int MOST_IMAGES = 20;
    private static final int MOST_CHANNELS = 20;
    /** Of four digits in every zone: what is due is sorted as text. */
    private static final int LAST_YEAR = 9998;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private PostInput() {}

    /** @param before what a field that is not given keeps; empty for a new post */
    static Content content(Fields fields, Optional<Content> before) {
        var given = fields.optionalText("text", 0, LONGEST_TEXT);
        var text = given.orElse(before.map(Content::text).orElse(""));
        var link = fields.has("link") ? link(fields) : before.flatMap(Content::link);
        var images = fields.has("images")
                ? images(fields)
                : before.map(Content::images).orElse(List.of());
        var language = fields.optionalLine("language", 2, 35)
                .filter(tag -> isLanguage(fields, tag))
                .orElse(before.map(Content::language).orElse(""));
        var wrong = fields.has("text") && given.isEmpty();
        if (text.isBlank() && !wrong && link.isEmpty() && images.isEmpty()) {
            fields.refuse("text", "required", "must say something when there is neither a link nor an image");
        }
        return before.map(kept -> new Content(
                        text, link, images, language, kept.video(), kept.poll(), kept.parts(), kept.variants()))
                .orElseGet(() -> new Content(text, link, images, language));
    }

    private static boolean isLanguage(Fields fields, String tag) {
        if (LANGUAGE.matcher(tag).matches()) {
            return true;
        }
        fields.refuse("language", "malformed", "must be a language tag such as fr or en-GB");
        return false;
    }

    private static Optional<Content.Link> link(Fields fields) {
        return fields.optionalObject("link").map(link -> {
            var url = link.requiredLine("url", 1, LONGEST_URL);
            if (!url.isEmpty() && !isWebUrl(url)) {
                link.refuse("url", "malformed", "must be an absolute http or https URL");
            }
            return new Content.Link(
                    url,
                    link.optionalLine("title", 0, 300).orElse(""),
                    link.optionalText("description", 0, 1000).orElse(""));
        });
    }

    private static boolean isWebUrl(String text) {
        try {
            var uri = new URI(text);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static List<Content.Image> images(Fields fields) {
        return fields.objects("images", MOST_IMAGES).stream()
                .map(image -> new Content.Image(
                        image.requiredLine("media", 1, 64),
                        image.optionalText("alt", 0, LONGEST_ALT).orElse("")))
                .toList();
    }

    static List<String> channels(Fields fields) {
        return fields.texts("channels", MOST_CHANNELS, 64).stream().distinct().toList();
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
