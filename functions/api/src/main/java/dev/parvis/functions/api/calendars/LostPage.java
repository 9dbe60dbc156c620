package dev.parvis.functions.api.calendars;

import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.approvals.PageStyle;

/** What a person sees behind a calendar link that was taken back, or copied in part. */
final class LostPage {
    private LostPage() {}

    static String of(Language language) {
        return switch (language) {
            case FR ->
                page(
                        "fr",
                        "Ce lien de calendrier ne mène plus à rien",
                        "Il est incomplet, ou il a été retiré. Demandez-en un nouveau à la personne qui vous l’a donné.");
            case EN ->
                page(
                        "en",
                        "This calendar link leads nowhere any more",
                        "It is incomplete, or it was taken back. Ask whoever gave it to you for a new one.");
        };
    }

    private static String page(String tag, String title, String said) {
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow">
                <title>%s</title>
                <style>
                %s  body { font: 1.1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
                  main { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
                  h1 { font-size: 1.5rem; line-height: 1.3; }
                </style>
                <main><h1>%s</h1><p>%s</p></main>
                </html>
                """.formatted(tag, title, PageStyle.COLOURS, title, said);
    }
}
