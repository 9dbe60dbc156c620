package dev.parvis.functions.api.approvals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.parvis.domain.posts.Content;

import static dev.parvis.functions.api.approvals.Html.escaped;

/** A post as it will look on the networks that show the same: its parts in their order, each with what hangs on it. */
record PostLook(PageWords words, String language) {
    String of(Shown.Look look) {
        var channels = String.join(", ", look.channels());
        return "<section class=\"look\"><p class=\"meta\">" + escaped(words.on(channels)) + "</p><div"
                + (language.isEmpty() ? "" : " lang=\"" + escaped(language) + "\"") + ">"
                + IntStream.range(0, look.parts().size())
                        .mapToObj(number -> part(look, number))
                        .collect(Collectors.joining())
                + "</div></section>";
    }

    private String part(Shown.Look look, int number) {
        var part = look.parts().get(number);
        var own = number == 0
                ? look.video().map(this::film).orElse("")
                        + look.poll().map(this::poll).orElse("")
                : "";
        return title(look, number)
                + (part.text().isBlank() ? "" : "<p class=\"text\" dir=\"auto\">" + escaped(part.text()) + "</p>")
                + part.pictures().stream().map(this::picture).collect(Collectors.joining())
                + own
                + part.link().map(PostLook::card).orElse("");
    }

    /** Only of several parts; they are told apart in words. */
    private String title(Shown.Look look, int number) {
        var thread = look.parts().stream()
                .filter(part -> part.kind().filter(Content.Kind.COMMENT::equals).isEmpty())
                .count();
        var isComment = look.parts()
                .get(number)
                .kind()
                .filter(Content.Kind.COMMENT::equals)
                .isPresent();
        if (!isComment && thread == 1) {
            return "";
        }
        var title = isComment ? words.firstComment() : words.part(number + 1, (int) thread);
        return "<h3 class=\"part\" lang=\"" + words.tag() + "\">" + escaped(title) + "</h3>";
    }

    private String picture(Shown.Picture picture) {
        return "<figure><img src=\"" + escaped(picture.url().toString()) + "\" alt=\"" + escaped(picture.alt())
                + "\" loading=\"lazy\">" + caption(picture.alt(), words.noAlt()) + "</figure>";
    }

    private String film(Shown.Film film) {
        return "<figure><video controls preload=\"none\" src=\""
                + escaped(film.url().toString())
                + "\"></video><figcaption><span lang=\"" + words.tag() + "\">" + escaped(words.video()) + "</span><bdi>"
                + escaped(film.name()) + "</bdi></figcaption>" + caption(film.alt(), words.noVideoAlt()) + "</figure>";
    }

    /** What an image says to who cannot see it is approved as well. */
    private String caption(String alt, String none) {
        return alt.isBlank()
                ? "<figcaption class=\"none\" lang=\"" + words.tag() + "\">" + escaped(none) + "</figcaption>"
                : "<figcaption><span lang=\"" + words.tag() + "\">" + escaped(words.alt()) + "</span><bdi>"
                        + escaped(alt) + "</bdi></figcaption>";
    }

    private String poll(Content.Poll poll) {
        return "<div class=\"poll\"><p lang=\"" + words.tag() + "\">" + escaped(words.poll(poll)) + "</p><ul>"
                + poll.options().stream()
                        .map(option -> "<li dir=\"auto\">" + escaped(option) + "</li>")
                        .collect(Collectors.joining())
                + "</ul></div>";
    }

    /** A link is one only where its scheme is the web's. */
    private static String card(Content.Link link) {
        var said = (link.title().isBlank() ? "" : "<strong dir=\"auto\">" + escaped(link.title()) + "</strong><br>")
                + (link.description().isBlank() ? "" : "<bdi>" + escaped(link.description()) + "</bdi><br>")
                + "<span class=\"url\" dir=\"ltr\">" + escaped(link.url()) + "</span>";
        return link.url().matches("(?i)https?://.*")
                ? "<a class=\"card\" rel=\"noreferrer noopener nofollow\" href=\"" + escaped(link.url()) + "\">" + said
                        + "</a>"
                : "<p class=\"card\">" + said + "</p>";
    }
}
