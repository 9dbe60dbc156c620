package dev.parvis.domain.workspaces;

import java.util.Locale;

/** The languages Parvis speaks; both are first-class. */
public enum Language {
    FR(Locale.FRANCE),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }
}
