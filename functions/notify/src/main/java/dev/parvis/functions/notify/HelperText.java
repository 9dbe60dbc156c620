package dev.parvis.functions.notify;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.text.French;

import static dev.parvis.functions.notify.MailTexts.escaped;
import static dev.parvis.functions.notify.MailTexts.oneLine;

/** What a person who posts by hand is written: when, where, the text, and the link to all they need. */
record HelperText(Brand brand, String channel, Language language, boolean reminder) {
    MailTexts.Text of(Instant at, Content content, URI link) {
        var asked = say("À publier le ", "To be posted on ")
                + Moments.of(at, brand.zone(), language)
                + say(" sur ", " on ") + channel
                + say(" pour ", " for ") + brand.name() + "."
                + (reminder
                        ? say(" Personne n’a encore dit que c’est fait.", " Nobody has said yet that it is done.")
                        : "");
        var text = IntStream.range(0, content.size())
                .mapToObj(number -> copied(content.part(number)))
                .collect(Collectors.joining("\n\n"));
        var files = content.media().size();
        var media = files == 0
                ? ""
                : say("Médias à télécharger sur la page : ", "Media to be downloaded from the page: ") + files + ".";
        var open = say(
                files == 0
                        ? "Copiez le texte, publiez, puis dites ici que c’est fait :"
                        : "Copiez le texte et les médias, publiez, puis dites ici que c’est fait :",
                files == 0
                        ? "Copy the text, post, then say here that it is done:"
                        : "Copy text and media, post, then say here that it is done:");
        var own = say(
                "Ce lien vous est personnel : ne le transférez pas. Le texte peut changer ; la page montre toujours "
                        + "le bon.",
                "This link is yours: do not pass it on. The text may change; the page always shows the right one.");
        var plain = asked + (media.isEmpty() ? "" : "\n" + media) + "\n\n----\n" + text + "\n----\n\n" + open + "\n"
                + link + "\n\n" + own + "\n";
        return new MailTexts.Text(subject(), plain, html(new Parts(asked, media, text, own), link));
    }

    /** As the page gives it to be copied: a link that the text does not name stands below it. */
    private static String copied(Content part) {
        var link = part.link().map(Content.Link::url).filter(url -> !part.text().contains(url));
        return link.map(url -> part.text().isEmpty() ? url : part.text() + "\n\n" + url)
                .orElse(part.text());
    }

    private String subject() {
        return "[" + oneLine(brand.name()) + "] " + (reminder ? say("Rappel : ", "Reminder: ") : "")
                + say("à publier sur ", "to be posted on ") + oneLine(channel);
    }

    private record Parts(String asked, String media, String text, String own) {}

    private String html(Parts parts, URI link) {
        var open = say("Ouvrir la page", "Open the page");
        return HtmlMail.of(
                language,
                subject(),
                "<p><strong>"
                        + escaped(parts.asked()) + "</strong><br>" + escaped(parts.media())
                        + "</p><blockquote style=\"white-space:pre-wrap;border-left:3px solid #1f4f8f;padding-left:1em;margin:0\">"
                        + escaped(parts.text()) + "</blockquote><p><a href=\"" + escaped(link.toString())
                        + "\" style=\"display:inline-block;padding:.6em 1.2em;background:#1f4f8f;color:#fff;border-radius:.4em\">"
                        + escaped(open) + "</a></p><p style=\"color:#555\">" + escaped(parts.own()) + "</p>");
    }

    private String say(String french, String english) {
        return switch (language) {
            case FR -> French.spaced(french);
            case EN -> english;
        };
    }
}
