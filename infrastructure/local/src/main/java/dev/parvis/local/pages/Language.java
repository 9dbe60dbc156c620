package dev.parvis.local.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The languages of the pages. */
enum Language {
    ENGLISH(Locale.UK, "en"),
    FRENCH(Locale.FRANCE, "fr");

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    Locale locale() {
        return locale;
    }

    String tag() {
        return tag;
    }

    /** French when the browser wants it at least as much as English; English when it wants neither. */
    static Language wanted(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> ranges =
                    Locale.LanguageRange.parse(acceptLanguage.isBlank() ? "en" : acceptLanguage);
            return ranges.stream()
                    .sorted(Comparator.comparing(Locale.LanguageRange::getWeight)
                            .reversed())
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(language -> language.equals("fr") || language.equals("en"))
                    .findFirst()
                    .filter("fr"::equals)
                    .map(french -> FRENCH)
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
