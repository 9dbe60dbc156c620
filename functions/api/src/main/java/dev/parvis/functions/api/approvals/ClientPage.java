package dev.parvis.functions.api.approvals;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.Language;

import static dev.parvis.functions.api.approvals.Html.escaped;

/**
 * The page behind an approver's link. It needs no script, says everything in words as well as in colour, and labels
 * every field; everything that somebody typed is escaped.
 */
final class ClientPage {
    private static final String STYLE = """
              body { font: 1.1rem/1.6 system-ui, sans-serif; color: #1b1b1f; background: #f6f6f3; margin: 0; }
              main { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
              h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 0; } h3 { font-size: 1rem; }
              article, .notice { background: #fff; border-radius: .75rem; padding: 1.25rem; margin: 1.5rem 0; }
              .notice { border: 2px solid #1f4f8f; } .meta { color: #4a4a52; margin: .25rem 0 1rem; }
              .text { white-space: pre-wrap; overflow-wrap: anywhere; }
              img { max-width: 100%; height: auto; border-radius: .5rem; }
              .card { display: block; border: 1px solid #767680; border-radius: .5rem; padding: .75rem; color: inherit;
                      overflow-wrap: anywhere; }
              .state { font-weight: 600; } label { display: block; margin-top: 1rem; }
              textarea { font: inherit; width: 100%; min-height: 4.5rem; box-sizing: border-box; }
              button { font: inherit; padding: .6rem 1.2rem; margin: .5rem .5rem 0 0; border-radius: .4rem;
                       border: 1px solid #1f4f8f; background: #1f4f8f; color: #fff; cursor: pointer; }
              button.no { background: #fff; color: #8f1f1f; border-color: #8f1f1f; }
              button.plain { background: #fff; color: #1f4f8f; }
              button:focus-visible, textarea:focus-visible, a:focus-visible { outline: 3px solid #a66f00;
                       outline-offset: 2px; }
            """;

    private final Shown shown;
    private final PageWords words;

    private ClientPage(Shown shown) {
        this.shown = shown;
        this.words = new PageWords(shown.approver().language());
    }

    static String of(Shown shown) {
        return new ClientPage(shown).page();
    }

    /** The same for a forged, an ended and a withdrawn link. */
    static String gone(Language language) {
        var words = new PageWords(language);
        return page(language, words.goneTitle(), words.gone());
    }

    private String page() {
        var waiting =
                (int) shown.posts().stream().filter(each -> waits(each.post())).count();
        var title = words.title(shown.brand().name());
        var body = new StringBuilder("<h1>" + escaped(title) + "</h1>");
        shown.notice().ifPresent(notice -> body.append("<p class=\"notice\" role=\"status\">")
                .append(escaped(words.notice(notice)))
                .append("</p>"));
        body.append("<p>").append(escaped(words.lead(waiting))).append("</p>");
        shown.posts().stream().filter(each -> waits(each.post())).forEach(each -> body.append(article(each)));
        shown.posts().stream().filter(each -> !waits(each.post())).forEach(each -> body.append(article(each)));
        return page(words.language(), title, body.toString());
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
                </html>
                """.formatted(language.locale().getLanguage(), escaped(title), STYLE, body);
    }

    private static boolean waits(Post post) {
        return post.approval()
                .flatMap(Approval::waitsFor)
                .filter(Approval.Part.CLIENT::equals)
                .isPresent();
    }

    private String article(Shown.Each each) {
        var post = each.post();
        var id = "p-" + post.id();
        var when = post.schedule().map(this::when).orElse("");
        return "<article aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">" + escaped(when)
                + "</h2><p class=\"meta\">"
                + escaped(words.on(String.join(", ", each.channels()))) + "</p>" + content(each) + comments(each)
                + state(post) + form(post) + "</article>";
    }

    private String when(Schedule schedule) {
        return words.when(ZonedDateTime.ofInstant(schedule.at(), shown.brand().zone()));
    }

    private String content(Shown.Each each) {
        var content = each.post().content();
        var language = content.language().isEmpty() ? "" : " lang=\"" + escaped(content.language()) + "\"";
        var pictures = each.pictures().stream()
                .map(picture -> "<p><img src=\"" + escaped(picture.url().toString()) + "\" alt=\""
                        + escaped(picture.alt().isBlank() ? words.noAlt() : picture.alt()) + "\"></p>")
                .collect(Collectors.joining());
        return "<div" + language + "><p class=\"text\" dir=\"auto\">" + escaped(content.text()) + "</p>" + pictures
                + content.link().map(ClientPage::card).orElse("") + "</div>";
    }

    /** A link is one only where its scheme is the web's. */
    private static String card(Content.Link link) {
        var said = (link.title().isBlank() ? "" : "<strong>" + escaped(link.title()) + "</strong><br>")
                + (link.description().isBlank() ? "" : escaped(link.description()) + "<br>")
                + escaped(link.url());
        return link.url().matches("(?i)https?://.*")
                ? "<a class=\"card\" rel=\"noreferrer noopener nofollow\" href=\"" + escaped(link.url()) + "\">" + said
                        + "</a>"
                : "<p class=\"card\">" + said + "</p>";
    }

    private String comments(Shown.Each each) {
        return each.comments().isEmpty()
                ? ""
                : "<h3>" + escaped(words.comments()) + "</h3>"
                        + each.comments().stream().map(ClientPage::comment).collect(Collectors.joining());
    }

    private static String comment(Comment comment) {
        return "<p class=\"text\" dir=\"auto\">" + escaped(comment.text()) + "</p>";
    }

    private String state(Post post) {
        var approval = post.approval().orElseThrow();
        if (approval.isRefused()) {
            return "<p class=\"state\">" + escaped(words.refused()) + "</p>";
        }
        return approval.client().isPresent()
                ? "<p class=\"state\">" + escaped(words.approved(approval.isGranted())) + "</p>"
                : "";
    }

    private String form(Post post) {
        var approval = post.approval().orElseThrow();
        var field = "c-" + post.id();
        var buttons = (waits(post) ? button("approve", "yes", words.approve()) : "")
                + (approval.isRefused() ? "" : button("refuse", "no", words.refuse()))
                + button("comment", "plain", words.sendComment());
        return "<form method=\"post\"><input type=\"hidden\" name=\"post\" value=\"" + post.id()
                + "\"><input type=\"hidden\" name=\"seal\" value=\"" + escaped(approval.seal()) + "\"><label for=\""
                + field + "\">" + escaped(words.commentLabel()) + "</label><textarea id=\"" + field
                + "\" name=\"comment\" maxlength=\"" + Comment.LONGEST + "\"></textarea><div>" + buttons
                + "</div></form>";
    }

    private static String button(String value, String look, String label) {
        return "<button name=\"do\" value=\"" + value + "\" class=\"" + look + "\">" + escaped(label) + "</button>";
    }

    /** Where the page's pictures lie, for its policy. */
    static Optional<String> pictureHosts(Shown shown) {
        var hosts = shown.posts().stream()
                .flatMap(each -> each.pictures().stream())
                .map(picture ->
                        picture.url().getScheme() + "://" + picture.url().getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
        return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts);
    }
}
