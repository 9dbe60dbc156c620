package dev.parvis.functions.api.assisted;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.approvals.PageStyle;
import dev.parvis.functions.api.approvals.PageWords;
import dev.parvis.kernel.text.French;

import static dev.parvis.functions.api.approvals.Html.escaped;

/**
 * The page behind a helper's link. It needs no script: the texts stand in fields that are easily selected; where scripts
 * run, a button copies them. Everything that somebody typed is escaped.
 */
final class HelperPage {
    private static final String SCRIPT = "document.querySelectorAll('[data-copy]').forEach(b=>{b.hidden=false;"
            + "b.onclick=()=>navigator.clipboard.writeText(document.getElementById(b.dataset.copy).value)"
            + ".then(()=>b.textContent=b.dataset.done)})";
    static final String SCRIPT_DIGEST = digest();

    private static final String STYLE = PageStyle.COLOURS + """
              body { font: 1.1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
              main { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
              h1 { font-size: 1.5rem; line-height: 1.3; } a { color: var(--blue); }
              section, .notice { background: var(--sheet); border-radius: .75rem; padding: 1.25rem; margin: 1.5rem 0; }
              .notice { border: 2px solid var(--blue); } .stop { border: 3px solid var(--red); font-weight: 600; }
              img { max-width: 100%; height: auto; border-radius: .5rem; } label { display: block; }
              textarea, input { font: inherit; color: inherit; background: var(--paper); width: 100%; padding: .5rem;
                       box-sizing: border-box; border: 1px solid var(--line); border-radius: .4rem; }
              button, .go { font: inherit; padding: .6rem 1.2rem; margin: .5rem .5rem 0 0; border-radius: .4rem;
                       border: 1px solid var(--blue); background: var(--blue); color: var(--on-blue); cursor: pointer;
                       display: inline-block; text-decoration: none; }
              button.plain { background: transparent; color: var(--blue); }
              [hidden] { display: none; }
            """;

    private final Task task;
    private final Optional<Notice> notice;
    private final Language language;

    /** What is told of what was just said. */
    enum Notice {
        DONE,
        DONE_BEFORE,
        DECLINED,
        NO_ADDRESS,
        REFUSED
    }

    HelperPage(Task task, Optional<Notice> notice) {
        this.task = task;
        this.notice = notice;
        this.language = task.handOver().helper().language();
    }

    static String gone(Language language) {
        var title = say(language, "Ce lien ne mène plus nulle part", "This link leads nowhere any more");
        return page(
                language,
                title,
                "<h1>" + title + "</h1><p>"
                        + say(
                                language,
                                "Il a expiré, ou le compte ne vous est plus confié. Demandez à l’équipe.",
                                "It has ended, or the account is no longer entrusted to you. Ask the team.")
                        + "</p>");
    }

    String html() {
        var title = task.brand().name() + " · " + task.channel();
        var body = new StringBuilder("<h1>" + escaped(title) + "</h1>");
        notice.ifPresent(told -> body.append("<p class=\"notice\" role=\"status\">")
                .append(notice(told))
                .append("</p>"));
        body.append(standing());
        switch (task.standing()) {
            case WAITING -> body.append(texts()).append(files()).append(forms(true));
            case STOPPED, CLOSED -> body.append(forms(false));
            case DONE, CHANGED -> {}
        }
        return page(language, title, body.toString());
    }

    private String standing() {
        return switch (task.standing()) {
            case WAITING ->
                "<p>" + say("À publier : ", "To be posted: ") + "<strong>" + escaped(when()) + "</strong>. " + steps()
                        + "</p>";
            case STOPPED ->
                "<p class=\"notice stop\" role=\"alert\">"
                        + say(
                                "STOP : ne publiez pas. L’équipe a suspendu les publications.",
                                "STOP: do not post. The team has suspended all posts.")
                        + "</p>";
            case CLOSED ->
                "<p class=\"notice\">"
                        + say(
                                "Cette publication n’est plus attendue : ne la publiez plus.",
                                "This post is no longer waited for: do not post it any more.")
                        + "</p>";
            case DONE ->
                "<p class=\"notice\">" + say("C’est publié. Merci !", "It is out. Thank you!") + where() + "</p>";
            case CHANGED ->
                "<p class=\"notice stop\" role=\"alert\">"
                        + say(
                                "Cette publication a été modifiée ou annulée : ne publiez pas ce que ce lien montrait. "
                                        + "Si elle est déjà en ligne, prévenez l’équipe.",
                                "This post was changed or cancelled: do not post what this link showed. If it is "
                                        + "online already, tell the team.")
                        + "</p>";
        };
    }

    private String steps() {
        return task.files().isEmpty()
                ? say(
                        "Copiez le texte, ouvrez le réseau, publiez, puis revenez dire que c’est fait.",
                        "Copy the text, open the network, post, then come back and say that it is done.")
                : say(
                        "Copiez le texte, enregistrez les médias, ouvrez le réseau, publiez, puis revenez dire que "
                                + "c’est fait.",
                        "Copy the text, save the media, open the network, post, then come back and say that it is "
                                + "done.");
    }

    private String where() {
        return task.target()
                .publication()
                .map(Publication::url)
                .filter(url -> !url.isEmpty())
                .map(url -> " <a rel=\"noreferrer noopener nofollow\" href=\"" + escaped(url) + "\">" + escaped(url)
                        + "</a>")
                .orElse("");
    }

    private String texts() {
        var content = task.content();
        return IntStream.range(0, content.size())
                        .mapToObj(number -> text(content.part(number), number, content.size()))
                        .collect(Collectors.joining())
                + "<p><a class=\"go\" rel=\"noreferrer noopener\" href=\""
                + escaped(task.opens().toString()) + "\">" + say("Ouvrir ", "Open ") + escaped(task.channel())
                + "</a></p>";
    }

    private String text(Content part, int number, int of) {
        var id = "t-" + number;
        var label = of == 1
                ? say("Le texte", "The text")
                : say("Partie ", "Part ") + (number + 1) + say(" sur ", " of ") + of;
        var link = part.link()
                .map(Content.Link::url)
                .filter(url -> !part.text().contains(url))
                .map(url -> (part.text().isEmpty() ? "" : "\n\n") + url)
                .orElse("");
        var poll = part.poll()
                .map(asked ->
                        "<p>" + say("Sondage : ", "Poll: ") + escaped(String.join(" / ", asked.options())) + "</p>")
                .orElse("");
        return "<section><label for=\"" + id + "\">" + label
                + "</label><textarea readonly rows=\"6\" dir=\"auto\" id=\""
                + id + "\">" + escaped(part.text() + link)
                + "</textarea><button type=\"button\" class=\"plain\" hidden data-copy=\"" + id + "\" data-done=\""
                + say("Copié", "Copied") + "\">" + say("Copier", "Copy") + "</button>" + poll + "</section>";
    }

    private String files() {
        return task.files().stream().map(this::file).collect(Collectors.joining());
    }

    private String file(Task.File file) {
        var url = escaped(file.url().toString());
        var shown = file.video() ? "" : "<img src=\"" + url + "\" alt=\"" + escaped(file.alt()) + "\"><br>";
        var alt = file.alt().isBlank()
                ? ""
                : "<p>" + say("Texte alternatif : ", "Alternative text: ") + escaped(file.alt()) + "</p>";
        return "<section>" + shown + "<a href=\"" + url + "\">" + say("Enregistrer ", "Save ") + escaped(file.name())
                + "</a>" + alt + "</section>";
    }

    private String forms(boolean waiting) {
        var done = "<form method=\"post\"><label for=\"url\">"
                + say(
                        "L’adresse de la publication (vide si le réseau n’en donne pas)",
                        "The post’s address (empty if the network gives none)")
                + "</label><input id=\"url\" name=\"url\" type=\"url\" maxlength=\"2000\"><button name=\"do\" "
                + "value=\"done\">"
                + (waiting
                        ? say("C’est publié", "It is out")
                        : say("Elle est pourtant en ligne", "It is out all the same"))
                + "</button></form>";
        var declined = "<form method=\"post\"><button name=\"do\" value=\"declined\" class=\"plain\">"
                + say("Pas aujourd’hui", "Not today") + "</button></form>";
        return "<section>" + done + (waiting ? declined : "") + "</section>";
    }

    private String notice(Notice told) {
        return switch (told) {
            case DONE -> say("C’est noté : la publication est en ligne.", "Noted: the post is out.");
            case DONE_BEFORE ->
                say(
                        "Quelqu’un l’avait déjà dit : voici ce qui est noté.",
                        "Somebody had said so before: this is what is noted.");
            case DECLINED ->
                say("C’est noté : l’équipe décidera de la suite.", "Noted: the team decides what happens next.");
            case NO_ADDRESS ->
                say(
                        "Ce n’est pas une adresse : copiez-la depuis le réseau.",
                        "This is no address: copy it from the network.");
            case REFUSED ->
                say(
                        "Ce n’est pas pris en compte : la publication a changé entre-temps.",
                        "This does not count: the post has changed meanwhile.");
        };
    }

    /** In the brand's zone, which is named: who posts may be elsewhere. */
    private String when() {
        return new PageWords(language)
                .when(ZonedDateTime.ofInstant(
                        task.target().dueAt(), task.brand().zone()));
    }

    /** Where the page's pictures lie, for its policy. */
    String pictureHosts() {
        return task.files().stream()
                .map(file -> file.url().getScheme() + "://" + file.url().getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String say(String french, String english) {
        return say(language, french, english);
    }

    private static String say(Language language, String french, String english) {
        return switch (language) {
            case FR -> French.spaced(french);
            case EN -> english;
        };
    }

    private static String page(Language language, String title, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow">
                <title>%s</title>
                <style>
                %s</style>
                <main>%s</main>
                <script>%s</script>
                </html>
                """.formatted(language.locale().getLanguage(), escaped(title), STYLE, body, SCRIPT);
    }

    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
