package dev.parvis.networks.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.kernel.text.Utf8;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.videos.Videos;

/** The text that a post will carry, and what is wrong with it. */
final class PostText {
    /** Lexicon app.bsky.feed.post; alt as long as Bluesky's own client lets it be. */
    static final Limits LIMITS = new Limits(
                    300,
                    Limits.Counting.GRAPHEMES,
                    3000,
                    0,
                    4,
                    1_000_000,
                    50_000_000,
                    2000,
                    Set.of("image/jpeg", "image/png", "image/gif", "image/webp"))
            .withParts(Content.MOST_PARTS, true)
            // Lexicon app.bsky.embed.video; three minutes is what Bluesky's own app takes.
            .with(Videos.taken(300_000_000, Duration.ofMinutes(3), Set.of("video/mp4")));

    /** Lexicon app.bsky.embed.video: shorter than an image's. */
    private static final int VIDEO_ALT = 1000;

    private static final int MOST_URL = 2000;

    private PostText() {}

    static boolean hasRoomForCard(Content content) {
        return content.images().isEmpty() && content.video().isEmpty();
    }

    /** Images or a video leave no room for a card: then the link goes into the text, unless it stands there already. */
    static String of(Content content) {
        var text = Utf8.wellFormed(content.text()).strip();
        if (hasRoomForCard(content)) {
            return text;
        }
        return content.link()
                .map(Content.Link::url)
                .filter(url -> !text.contains(url))
                .map(url -> text.isEmpty() ? url : text + "\n\n" + url)
                .orElse(text);
    }

    static String fingerprint(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    static List<Violation> check(Content content, Limits limits) {
        var violations = new ArrayList<Violation>();
        var text = of(content);
        var graphemes = Graphemes.count(text);
        if (graphemes > limits.textLength()) {
            violations.add(new Violation(
                    "/text",
                    "text_too_long",
                    "The text has " + graphemes + " characters; Bluesky takes " + limits.textLength() + "."));
        } else if (Utf8.length(text) > limits.textBytes()) {
            violations.add(new Violation(
                    "/text",
                    "text_too_many_bytes",
                    "The text has " + Utf8.length(text) + " bytes; Bluesky takes " + limits.textBytes() + "."));
        }
        if (text.isEmpty()
                && content.images().isEmpty()
                && content.link().isEmpty()
                && content.video().isEmpty()) {
            violations.add(
                    new Violation("/text", "nothing_to_say", "A post needs a text, a link, an image or a video."));
        }
        content.link()
                .filter(link -> !usable(link.url()))
                .ifPresent(_ -> violations.add(
                        new Violation("/link/url", "not_a_url", "The link must be an http or https URL.")));
        images(content, limits, violations);
        content.video().ifPresent(video -> video(content, video, violations));
        return List.copyOf(violations);
    }

    private static boolean usable(String url) {
        return url.length() <= MOST_URL && Urls.isLink(url);
    }

    private static void video(Content content, Content.Video video, List<Violation> violations) {
        if (!content.images().isEmpty()) {
            violations.add(new Violation("/video", "video_with_images", "Bluesky shows images or a video, not both."));
        }
        if (Graphemes.count(video.alt()) > VIDEO_ALT) {
            violations.add(new Violation(
                    "/video/alt", "alt_too_long", "A video's description has at most " + VIDEO_ALT + " characters."));
        }
    }

    private static void images(Content content, Limits limits, List<Violation> violations) {
        if (content.images().size() > limits.images()) {
            violations.add(new Violation(
                    "/images", "too_many_images", "Bluesky takes " + limits.images() + " images in a post."));
        }
        for (var i = 0; i < content.images().size(); i++) {
            if (Graphemes.count(content.images().get(i).alt()) > limits.altLength()) {
                violations.add(new Violation(
                        "/images/" + i + "/alt",
                        "alt_too_long",
                        "A description has at most " + limits.altLength() + " characters."));
            }
        }
    }
}
