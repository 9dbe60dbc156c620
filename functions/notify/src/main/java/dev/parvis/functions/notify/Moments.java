package dev.parvis.functions.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import dev.parvis.domain.workspaces.Language;

/**
 * A day and a minute as a reader of the language says them, on the clocks of a zone, which is named because it may not
 * be the reader's: "1er novembre 2026 à 13:00 (Europe/Paris)".
 */
final class Moments {
    private Moments() {}

    /** "lundi 23 novembre", "Monday 23 November". */
    static String day(LocalDate day, Language language) {
        var said = DateTimeFormatter.ofPattern("EEEE d MMMM", language.locale()).format(day);
        return switch (language) {
            case FR -> said.replace(" 1 ", " 1er ");
            case EN -> said;
        };
    }

    static String of(Instant at, ZoneId zone, Language language) {
        var local = at.atZone(zone);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(local);
        var minute = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(local);
        var named = " (" + zone.getId().replace('_', ' ') + ")";
        return switch (language) {
            case FR -> day.replaceFirst("^1 ", "1er ") + " à " + minute + named;
            case EN -> day + " at " + minute + named;
        };
    }
}
