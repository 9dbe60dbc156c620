package dev.parvis.functions.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import dev.parvis.domain.workspaces.Language;

/** A day and a minute as a reader of the language says them, on the clocks of a zone: "1er novembre 2026 à 13:00". */
final class Moments {
    private Moments() {}

    static String of(Instant at, ZoneId zone, Language language) {
        var local = at.atZone(zone);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(local);
        var minute = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(local);
        return switch (language) {
            case FR -> day.replaceFirst("^1 ", "1er ") + " à " + minute;
            case EN -> day + " at " + minute;
        };
    }
}
