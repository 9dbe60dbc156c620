package dev.parvis.functions.notify;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Post;
import dev.parvis.kernel.text.French;

import static dev.parvis.functions.notify.MailTexts.escaped;
import static dev.parvis.functions.notify.MailTexts.oneLine;

/**
 * What an approver is written, in their language: who asks, which posts wait, until when, and where to say yes or no.
 *
 * @param workspace who asks: the approver knows them, and not us
 */
record ApproverText(Brand brand, String workspace, Approver approver, boolean reminder) {
    /**
     * Where they are led.
     *
     * @param decide what the mail asks about
     * @param month the whole month, when the mail asks about one post
     */
    record Led(URI decide, Optional<URI> month, Instant until) {}

    MailTexts.Text of(List<Post> waiting, Led led) {
        var link = led.decide();
        var until = led.until();
        var many = waiting.size();
        var asked = say(
                many == 1
                        ? workspace + " vous demande votre accord pour une publication de " + brand.name() + " :"
                        : workspace + " vous demande votre accord pour " + many + " publications de " + brand.name()
                                + " :",
                many == 1
                        ? workspace + " asks for your approval of a post of " + brand.name() + ":"
                        : workspace + " asks for your approval of " + many + " posts of " + brand.name() + ":");
        var posts = Waiting.lines(waiting, brand.zone(), approver.language()).stream()
                .map(line -> say(line, line))
                .toList();
        var rule = say(
                "Sans votre accord à son heure, une publication ne part pas.",
                "What is not approved at its time does not go out.");
        var own = say(
                "Ce lien vous est personnel : il décide en votre nom, sans mot de passe, jusqu’au " + when(until)
                        + ". Ne le transférez pas.",
                "This link is yours: it decides in your name, without a password, until " + when(until)
                        + ". Do not pass it on.");
        var hello = say("Bonjour ", "Hello ") + approver.name() + ",";
        var also = led.month()
                .map(month -> wholeMonth() + say(" : ", ": ") + month + "\n\n")
                .orElse("");
        var by = workspace + say(", avec Parvis", ", with Parvis");
        var plain = hello + "\n\n" + asked + "\n" + String.join("\n", posts) + "\n\n" + rule + "\n\n" + open()
                + say(" : ", ": ") + link + "\n\n" + also + own + "\n\n" + by + "\n";
        return new MailTexts.Text(
                subject(many), plain, html(new Parts(hello, asked, posts, List.of(rule, own, by)), led));
    }

    private String wholeMonth() {
        return say("Tout le mois sur une page", "The whole month on one page");
    }

    private String open() {
        return say("Voir et décider", "Read and decide");
    }

    /** @param small the rule, whose the link is, who writes */
    private record Parts(String hello, String asked, List<String> posts, List<String> small) {}

    private String subject(int many) {
        var what = many == 1
                ? say("une publication à approuver", "a post to approve")
                : many + say(" publications à approuver", " posts to approve");
        return "[" + oneLine(brand.name()) + "] " + (reminder ? say("Rappel : ", "Reminder: ") : "") + what;
    }

    private String html(Parts parts, Led led) {
        var link = led.decide();
        var also = led.month()
                .map(month -> "<p><a href=\"" + escaped(month.toString()) + "\" style=\"color:#1f4f8f\">"
                        + escaped(wholeMonth()) + "</a></p>")
                .orElse("");
        var small = parts.small().stream()
                .map(said -> "<p style=\"color:#555\">" + escaped(said) + "</p>")
                .toList();
        return HtmlMail.of(
                approver.language(),
                open(),
                "<p>"
                        + escaped(parts.hello()) + "</p><p>" + escaped(parts.asked()) + "</p>"
                        + HtmlMail.lines(parts.posts().stream())
                        + small.getFirst() + "<p><a href=\"" + escaped(link.toString())
                        + "\" style=\"display:inline-block;padding:.6em 1.2em;background:#1f4f8f;color:#fff;border-radius:.4em\">"
                        + escaped(open()) + "</a></p>" + also + String.join("", small.subList(1, small.size())));
    }

    private String when(Instant at) {
        return Moments.of(at, brand.zone(), approver.language());
    }

    private String say(String french, String english) {
        return switch (approver.language()) {
            case FR -> French.spaced(french);
            case EN -> english;
        };
    }
}
