package dev.parvis.functions.api.approvals;

import java.text.BreakIterator;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.Language;

import static dev.parvis.functions.api.approvals.Html.escaped;

/**
 * The page behind an approver's link. It needs no script, says everything in words as well as in colour, and labels
 * every field; everything that somebody typed is escaped.
 */
final class ClientPage {
    /** As many words of a post as name it in the list. */
    private static final int OF_THE_TEXT = 60;

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
        var title = words.title(shown.brand().name());
        var body = new StringBuilder("<h1>" + escaped(title) + "</h1>");
        shown.sheet().month().ifPresent(month -> body.append("<p class=\"meta\">")
                .append(escaped(words.month(month) + number()))
                .append("</p>"));
        shown.told().filter(told -> told.post().isEmpty()).ifPresent(told -> body.append(notice(told)));
        body.append("<p>").append(escaped(words.lead(shown.sheet().waiting()))).append("</p>");
        if (shown.posts().size() > 2) {
            body.append(contents());
        }
        shown.posts().forEach(each -> body.append(article(each)));
        return page(words.language(), title, body.append(sheets()).toString());
    }

    private String number() {
        var sheet = shown.sheet();
        return sheet.sheets() == 1 ? "" : " · " + words.sheet(sheet.number(), sheet.sheets());
    }

    private String notice(Shown.Told told) {
        return "<p class=\"notice\" role=\"status\">" + escaped(words.notice(told.notice())) + "</p>";
    }

    /** The posts of this sheet at a glance, each by its time, its first words and where it stands. */
    private String contents() {
        return "<nav aria-label=\"" + escaped(words.contents()) + "\"><ol>"
                + shown.posts().stream().map(this::entry).collect(Collectors.joining()) + "</ol></nav>";
    }

    private String entry(Shown.Each each) {
        var post = each.post();
        var when = post.schedule()
                .map(schedule -> words.briefly(
                        ZonedDateTime.ofInstant(schedule.at(), shown.brand().zone())))
                .orElse("");
        return "<li><a href=\"#p-" + post.id() + "\">" + escaped(when) + "</a> <bdi>" + escaped(excerpt(each))
                + "</bdi> " + state(look(post), words.briefly(post.approval().orElseThrow())) + "</li>";
    }

    private static String excerpt(Shown.Each each) {
        var text = each.looks().stream()
                .map(look -> look.parts().getFirst().text().strip().replaceAll("\\s+", " "))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
        var whole = BreakIterator.getCharacterInstance();
        whole.setText(text);
        return text.length() <= OF_THE_TEXT ? text : text.substring(0, whole.preceding(OF_THE_TEXT + 1)) + "…";
    }

    /** Where there is more than fits one sheet. */
    private String sheets() {
        var sheet = shown.sheet();
        if (sheet.sheets() == 1) {
            return "";
        }
        var before = sheet.number() > 1 ? sheet(sheet.number() - 1, words.before()) + " · " : "";
        var after = sheet.number() < sheet.sheets() ? " · " + sheet(sheet.number() + 1, words.after()) : "";
        return "<nav aria-label=\"" + escaped(words.sheets()) + "\"><p>" + before
                + escaped(words.sheet(sheet.number(), sheet.sheets())) + after + "</p></nav>";
    }

    private static String sheet(int number, String label) {
        return "<a href=\"?sheet=" + number + "\">" + escaped(label) + "</a>";
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
                """.formatted(language.locale().getLanguage(), escaped(title), PageStyle.CSS, body);
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
        var look = new PostLook(words, post.content().language());
        var told =
                shown.told().filter(said -> said.isOf(post)).map(this::notice).orElse("");
        return "<article id=\"" + id + "\" aria-labelledby=\"h-" + post.id() + "\"><h2 id=\"h-" + post.id() + "\">"
                + escaped(when) + "</h2><p class=\"meta\">" + state(post) + "</p>"
                + each.looks().stream().map(look::of).collect(Collectors.joining())
                + comments(each) + told + form(post) + "</article>";
    }

    private String when(Schedule schedule) {
        return words.when(ZonedDateTime.ofInstant(schedule.at(), shown.brand().zone()));
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
            return state(look(post), words.refused());
        }
        return state(look(post), waits(post) ? words.waits() : words.approved(approval.isGranted()));
    }

    private static String look(Post post) {
        return post.approval().filter(Approval::isRefused).isPresent() ? "no" : waits(post) ? "open" : "yes";
    }

    private static String state(String look, String said) {
        return "<span class=\"state " + look + "\">" + escaped(said) + "</span>";
    }

    private String form(Post post) {
        var approval = post.approval().orElseThrow();
        var field = "c-" + post.id();
        var buttons = (waits(post) ? button(post, "approve", "yes", words.approve()) : "")
                + (approval.isRefused()
                        ? ""
                        : button(post, "refuse", "no", waits(post) ? words.refuse() : words.takeBack()))
                + button(post, "comment", "plain", words.sendComment());
        return "<form method=\"post\" action=\"?sheet=" + shown.sheet().number() + "#p-" + post.id()
                + "\"><input type=\"hidden\" name=\"post\" value=\"" + post.id()
                + "\"><input type=\"hidden\" name=\"seal\" value=\"" + escaped(approval.seal()) + "\"><label for=\""
                + field + "\">" + escaped(words.commentLabel()) + "</label><textarea id=\"" + field
                + "\" name=\"comment\" maxlength=\"" + Comment.LONGEST + "\"></textarea><div>" + buttons
                + "</div></form>";
    }

    /** Of many buttons that say the same, each tells who cannot see of which post it is. */
    private static String button(Post post, String value, String look, String label) {
        return "<button name=\"do\" value=\"" + value + "\" class=\"" + look + "\" aria-describedby=\"h-" + post.id()
                + "\">" + escaped(label) + "</button>";
    }

    /** Where the page's pictures and videos lie, for its policy. */
    static Optional<String> pictureHosts(Shown shown) {
        var hosts = shown.posts().stream()
                .flatMap(each -> each.looks().stream())
                .flatMap(look -> Stream.concat(
                        look.parts().stream()
                                .flatMap(part -> part.pictures().stream())
                                .map(Shown.Picture::url),
                        look.video().stream().map(Shown.Film::url)))
                .map(url -> url.getScheme() + "://" + url.getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
        return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts);
    }
}
