package dev.parvis.functions.report.contents;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.document.Change;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Period;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Typography;

/**
 * The mail that brings a report: whose it is, over which days, three of its figures, the link and how long it lives.
 *
 * @param plain and {@code html}: the same words
 */
public record MailText(String subject, String plain, String html) {
    /** A figure as it stands in the report. */
    private record Shown(String label, String value) {}

    /** What is said, in one language. */
    private record Said(
            String title, String opening, List<Shown> figures, String button, String until, String ignore, String by) {}

    public static MailText of(Dataset data, URI link, Instant until) {
        var language = Voice.language(data.about().language());
        var about = data.about();
        var formats = new Formats(language, about.period().zone());
        var days = formats.period(new Period(
                about.period().from(), about.period().to(), about.period().zone()));
        var voice = new Voice(data);
        var said =
                switch (language) {
                    case FRENCH -> french(data, days, voice.day(until), figures(data, formats));
                    case ENGLISH -> english(data, days, voice.day(until), figures(data, formats));
                };
        return new MailText(oneLine(said.title()), plain(said, link, language), html(said, link, language));
    }

    private static Said french(Dataset data, String days, String until, List<Shown> figures) {
        var about = data.about();
        return new Said(
                fr(about.brand() + " : votre rapport " + days),
                fr("Bonjour,\n\nLe rapport de « " + about.brand() + " » " + days + " est prêt."),
                figures,
                "Ouvrir le rapport",
                fr("Ce lien vous est réservé : ne le transférez pas. Il fonctionne jusqu’au " + until + "."),
                fr("Si vous n’attendiez pas ce rapport, dites-le à la personne qui gère vos comptes."),
                "Préparé par " + about.workspace() + " avec Parvis");
    }

    private static Said english(Dataset data, String days, String until, List<Shown> figures) {
        var about = data.about();
        return new Said(
                about.brand() + ": your report, " + days,
                "Hello,\n\nThe report of “" + about.brand() + "” for " + days + " is ready.",
                figures,
                "Open the report",
                "This link is yours alone: please do not forward it. It works until " + until + ".",
                "If you did not expect this report, please tell whoever looks after your accounts.",
                "Prepared by " + about.workspace() + " with Parvis");
    }

    private static String fr(String text) {
        return Typography.set(text, ReportLanguage.FRENCH);
    }

    /** What a reader asks first, where it was measured, with how it moved. */
    private static List<Shown> figures(Dataset data, Formats formats) {
        var voice = new Voice(data);
        var asked = Stream.of(Say.FOLLOWERS, Say.POSTS, Say.ON_TIME, Say.MENTIONS)
                .map(voice::say)
                .toList();
        return ReportContents.of(data).sections().stream()
                .filter(Section.KeyFigures.class::isInstance)
                .map(Section.KeyFigures.class::cast)
                .limit(1)
                .flatMap(key -> key.figures().stream())
                .filter(key -> asked.contains(key.label()))
                .flatMap(key -> key.figure() instanceof Figure.Measured measured
                        ? Stream.of(new Shown(key.label(), value(measured, voice.language(), formats)))
                        : Stream.<Shown>empty())
                .toList();
    }

    private static String value(Figure.Measured figure, ReportLanguage language, Formats formats) {
        var value = formats.quantity(figure.value());
        var moved =
                switch (Change.of(figure)) {
                    case Change.By _, Change.Points _ -> " · " + Change.text(figure, language, formats);
                    case Change.None _, Change.NoBase _ -> "";
                };
        return value + moved;
    }

    private static String plain(Said said, URI link, ReportLanguage language) {
        var colon = language == ReportLanguage.FRENCH ? Typography.UNBROKEN + ": " : ": ";
        var figures = said.figures().stream()
                .map(figure -> "  " + figure.label() + colon + figure.value())
                .collect(Collectors.joining("\n"));
        return String.join(
                        "\n\n",
                        List.of(
                                said.opening(),
                                figures,
                                said.button() + colon.stripTrailing() + "\n" + link,
                                said.until(),
                                said.ignore(),
                                said.by()))
                + "\n";
    }

    private static String html(Said said, URI link, ReportLanguage language) {
        var figures = said.figures().stream()
                .map(figure -> "<tr><td style=\"padding:4px 24px 4px 0;color:#555\">" + escaped(figure.label())
                        + "</td><td style=\"padding:4px 0;font-weight:600\">" + escaped(figure.value()) + "</td></tr>")
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                <body style="margin:0;background:#f6f6f3">
                <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1b1b1f;font:16px/1.5 Arial,Helvetica,sans-serif">
                <p>%s</p>
                <table role="presentation" cellpadding="0" cellspacing="0" style="font:16px/1.5 Arial,Helvetica,sans-serif">%s</table>
                <p style="margin:28px 0"><a href="%s" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#1f4f8f;color:#ffffff;text-decoration:none;font-weight:600">%s</a></p>
                <p style="color:#555;font-size:14px">%s</p>
                <p style="color:#555;font-size:14px">%s</p>
                <p style="color:#555;font-size:14px">%s</p>
                </div>
                </body>
                </html>
                """.formatted(
                        language.tag(),
                        escaped(said.title()),
                        escaped(said.opening()).replace("\n\n", "</p><p>"),
                        figures,
                        escaped(link.toString()),
                        escaped(said.button()),
                        escaped(said.until()),
                        escaped(said.ignore()),
                        escaped(said.by()));
    }

    /** A subject holds no line break, whatever a brand is called. */
    private static String oneLine(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
