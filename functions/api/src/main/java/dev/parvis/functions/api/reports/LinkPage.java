package dev.parvis.functions.api.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import dev.parvis.domain.reports.Report;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.approvals.PageStyle;
import dev.parvis.kernel.text.French;

import static dev.parvis.functions.api.approvals.Html.escaped;

/** The page behind a mailed link, in the report's language. It says as much of a wrong link as of an ended one. */
final class LinkPage {
    private LinkPage() {}

    /** @param brand whose report it is; empty when the brand is gone */
    static String of(Report report, Optional<String> brand) {
        var french = report.language() == Language.FR;
        var title = brand.map(name -> french ? name + French.spaced(" : votre rapport") : name + ": your report")
                .orElse(french ? "Votre rapport" : "Your report");
        return page(report.language(), title, there(report, french));
    }

    static String gone(Language language) {
        var french = language == Language.FR;
        return page(
                language,
                french ? "Ce lien ne mène plus à rien" : "This link leads nowhere any more",
                french
                        ? "<p>Il a expiré, ou le rapport a été retiré. Demandez-en un nouveau à la personne qui vous l’a "
                                + "envoyé.</p>"
                        : "<p>It has ended, or the report was withdrawn. Ask whoever sent it for a new one.</p>");
    }

    private static String page(Language language, String title, String body) {
        var french = language == Language.FR;
        var shown = escaped(title);
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>
                %s  body { font: 1.1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
                  main { max-width: 34rem; margin: 12vh auto; padding: 2rem; background: var(--sheet); border-radius: .75rem; }
                  h1 { font-size: 1.4rem; margin-top: 0; overflow-wrap: anywhere; }
                  button { font: inherit; padding: .6rem 1.2rem; border: 1px solid var(--blue); border-radius: .4rem;
                           background: var(--blue); color: var(--on-blue); cursor: pointer; }
                  form { display: flex; flex-wrap: wrap; gap: .6rem; }
                  button.second { background: transparent; color: var(--blue); }
                </style>
                <main><h1>%s</h1>%s</main>
                </html>
                """.formatted(
                language.locale().getLanguage(), shown, PageStyle.COLOURS, shown, french ? French.spaced(body) : body);
    }

    private static String there(Report report, boolean french) {
        var from = date(report.period().from(), report.language());
        var to = date(report.period().to(), report.language());
        return french
                ? "<p>Du " + from + " au " + to + ".</p>"
                        + form("Ouvrir le rapport (PDF)", "Télécharger les chiffres (CSV)")
                : "<p>From " + from + " to " + to + ".</p>"
                        + form("Open the report (PDF)", "Download the figures (CSV)");
    }

    private static String form(String pdf, String csv) {
        return "<form method=\"post\"><button name=\"file\" value=\"report.pdf\">" + pdf
                + "</button><button class=\"second\" name=\"file\" value=\"figures.csv\">" + csv + "</button></form>";
    }

    private static String date(LocalDate date, Language language) {
        var written = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
        return language == Language.FR && date.getDayOfMonth() == 1 ? written.replaceFirst("^1 ", "1er ") : written;
    }
}
