package dev.parvis.functions.notify;

import java.util.Optional;

import dev.parvis.domain.workspaces.Language;

/** The line of a mail that says why. */
final class Because {
    private Because() {}

    /** @param said in the language; empty when nobody knows why, and then there is no line */
    static Optional<String> of(String said, Language language) {
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        switch (language) {
                            case FR -> "Pourquoi : " + ended(said);
                            case EN -> "Why: " + ended(said);
                        });
    }

    /** What a network is quoted with may end as a sentence does. */
    private static String ended(String said) {
        return said.endsWith(".") ? said : said + ".";
    }
}
