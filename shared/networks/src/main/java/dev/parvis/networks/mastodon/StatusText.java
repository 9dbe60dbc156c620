package dev.parvis.networks.mastodon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.kernel.text.Utf8;
import dev.parvis.networks.http.Urls;

/** The text of a status: what is sent, how long the server finds it, how it is known again. */
final class StatusText {
    /** Mastodon's Account::MENTION_RE. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![=/\\p{L}\\p{N}_])@([A-Za-z0-9_]++(?:[.-]++[A-Za-z0-9_]++)*+)"
                    + "(?:@[\\p{L}\\p{N}_]++(?:[.-]++[\\p{L}\\p{N}_]++)*+)?");

    private StatusText() {}

    /**
     * The text, and below it the link where it does not stand in it. Only who is named in a status is told of it: an answer
     * that does not name who it answers begins with their name.
     */
    static String of(Content content) {
        var said = said(content);
        return content.answers()
                .map(Answered::handle)
                .filter(handle -> isUnnamed(handle, said))
                .map(handle -> said.isEmpty() ? "@" + handle : "@" + handle + " " + said)
                .orElse(said);
    }

    private static String said(Content content) {
        var text = Utf8.wellFormed(content.text()).strip();
        return content.link()
                .map(Content.Link::url)
                .filter(url -> !text.contains(url))
                .map(url -> text.isEmpty() ? url : text + "\n\n" + url)
                .orElse(text);
    }

    /** What a server calls somebody could be anything, and name somebody else too. */
    private static boolean isUnnamed(String handle, String said) {
        return MENTION.matcher("@" + handle).matches()
                && MENTION.matcher(said).results().noneMatch(name -> name.group()
                        .equalsIgnoreCase("@" + handle));
    }

    /** Mastodon's StatusLengthValidator: URLs count for {@code urlLength}, mentions without their domain, in graphemes. */
    static int length(String text, int urlLength) {
        var counted = new StringBuilder();
        var at = 0;
        for (var url : CountedUrls.in(text)) {
            counted.append(withoutDomains(text.substring(at, url.start()))).repeat("x", urlLength);
            at = url.end();
        }
        return Graphemes.count(
                counted.append(withoutDomains(text.substring(at))).toString());
    }

    /** What of a text lasts: its letters, digits and signs, folded; of a text that has none, all but its spaces. */
    static String essence(String text) {
        var essence = new StringBuilder();
        folded(text).codePoints().filter(StatusText::lasts).forEach(essence::appendCodePoint);
        return essence.isEmpty() ? text.replaceAll("[\\p{Z}\\p{Cntrl}]+", "") : essence.toString();
    }

    /** Composed, in small letters, mentions without their domain. */
    static String folded(String text) {
        return Normalizer.normalize(withoutDomains(text), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean lasts(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.OTHER_SYMBOL
                || (Character.getType(codePoint) == Character.MODIFIER_SYMBOL && codePoint >= 0x1F3FB)
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static String withoutDomains(String text) {
        return MENTION.matcher(text).replaceAll("@$1");
    }

    static List<Violation> check(Content content, Limits limits) {
        var violations = new ArrayList<Violation>();
        var text = of(content);
        var length = length(text, limits.urlLength());
        if (length > limits.textLength()) {
            violations.add(new Violation(
                    "/text",
                    "text_too_long",
                    "The text has " + length + " characters, the link included; this server takes "
                            + limits.textLength() + "."));
        }
        if (said(content).isEmpty()
                && content.images().isEmpty()
                && content.video().isEmpty()) {
            violations.add(
                    new Violation("/text", "nothing_to_say", "A post needs a text, a link, an image or a video."));
        }
        content.link()
                .filter(link -> !Urls.isLink(link.url()))
                .ifPresent(_ -> violations.add(
                        new Violation("/link/url", "not_a_url", "The link must be an http or https URL.")));
        images(content, limits, violations);
        content.video().ifPresent(video -> video(content, video, limits, violations));
        return List.copyOf(violations);
    }

    private static void images(Content content, Limits limits, List<Violation> violations) {
        if (content.images().size() > limits.images()) {
            violations.add(new Violation(
                    "/images", "too_many_images", "This server takes " + limits.images() + " images in a post."));
        }
        for (var i = 0; i < content.images().size(); i++) {
            if (Graphemes.count(content.images().get(i).alt()) > limits.altLength()) {
                violations.add(altTooLong("/images/" + i + "/alt", limits));
            }
        }
    }

    private static void video(Content content, Content.Video video, Limits limits, List<Violation> violations) {
        if (!content.images().isEmpty()) {
            violations.add(new Violation("/video", "video_with_images", "A video stands alone, without images."));
        }
        if (Graphemes.count(video.alt()) > limits.altLength()) {
            violations.add(altTooLong("/video/alt", limits));
        }
    }

    private static Violation altTooLong(String pointer, Limits limits) {
        return new Violation(
                pointer, "alt_too_long", "A description has at most " + limits.altLength() + " characters here.");
    }
}
