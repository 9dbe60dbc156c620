package dev.parvis.functions.report.document;

import java.util.Locale;

/** The languages a report can be written in. */
public enum ReportLanguage {
    FRENCH(Locale.FRANCE),
    ENGLISH(Locale.UK);

    private final Locale locale;

    ReportLanguage(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag that the files carry. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
