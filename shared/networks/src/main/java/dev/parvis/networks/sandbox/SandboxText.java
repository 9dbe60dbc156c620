package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.kernel.text.Utf8;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.videos.Videos;

/** The text of a post, what a sandbox accepts, and what is wrong with a content. */
final class SandboxText {
    /** What we write images as; a sandbox takes more. */
    private static final Set<String> WRITTEN = Set.of("image/jpeg", "image/png", "image/gif");

    private static final Limits.Polls POLLS =
            new Limits.Polls(4, 50, Duration.ofMinutes(5), Duration.ofDays(30), false);
    private static final long VIDEO_BYTES = 20_000_000;
    /** As the protocol's description has them. */
    static final Limits LIMITS = new Limits(
                    500, Limits.Counting.GRAPHEMES, 0, 0, 4, 2_000_000, 50_000_000, 1000, WRITTEN)
            .withParts(24, true)
            .with(POLLS)
            .with(Videos.taken(VIDEO_BYTES, Duration.ZERO, Set.of("video/mp4")));

    private SandboxText() {}

    /** What a server tells: of texts and images the description's figure where it does not, of the rest nothing then. */
    static Limits limits(Json told) {
        var limits = plain(told, told.at("images"))
                .withParts(
                        positive(told.at("thread", "max"), 0),
                        told.at("comments").truth().orElse(false));
        var asked = told.at("polls").isMissing() ? limits : limits.with(polls(told.at("polls")));
        return told.at("videos").isMissing() ? asked : asked.with(videos(told.at("videos")));
    }

    private static Limits.Polls polls(Json told) {
        return new Limits.Polls(
                positive(told.at("max"), POLLS.options()),
                positive(told.at("option"), POLLS.optionLength()),
                seconds(told.at("shortest"), POLLS.shortest()),
                seconds(told.at("longest"), POLLS.longest()),
                told.at("with_media").truth().orElse(POLLS.withMedia()));
    }

    private static Limits.Videos videos(Json told) {
        var types = told.at("types").items().stream()
                .flatMap(type -> type.text().stream())
                .collect(Collectors.toUnmodifiableSet());
        return Videos.taken(positive(told.at("bytes"), (int) VIDEO_BYTES), Duration.ZERO, types);
    }

    private static Duration seconds(Json told, Duration otherwise) {
        return Duration.ofSeconds(positive(told, (int) otherwise.toSeconds()));
    }

    private static Limits plain(Json told, Json images) {
        return new Limits(
                positive(told.at("text", "max"), LIMITS.textLength()),
                Limits.Counting.GRAPHEMES,
                0,
                0,
                positive(images.at("max"), LIMITS.images()),
                positive(images.at("bytes"), (int) LIMITS.imageBytes()),
                LIMITS.imagePixels(),
                positive(images.at("alt"), LIMITS.altLength()),
                WRITTEN);
    }

    private static int positive(Json told, int otherwise) {
        return told.whole()
                .filter(value -> value > 0 && value <= Integer.MAX_VALUE)
                .map(Math::toIntExact)
                .orElse(otherwise);
    }

    /** The text, and below it the link where it does not stand in it. */
    static String of(Content content) {
        var text = Utf8.wellFormed(content.text()).strip();
        return content.link()
                .map(Content.Link::url)
                .filter(url -> !text.contains(url))
                .map(url -> text.isEmpty() ? url : text + "\n\n" + url)
                .orElse(text);
    }

    static String fingerprint(String text) {
        return Sha256.hex(text).substring(0, 32);
    }

    static List<Violation> check(Content content, Limits limits) {
        var violations = new ArrayList<Violation>();
        var text = of(content);
        var graphemes = Graphemes.count(text);
        if (graphemes > limits.textLength()) {
            violations.add(new Violation(
                    "/text",
                    "text_too_long",
                    "The text has " + graphemes + " characters, the link included; the sandbox takes "
                            + limits.textLength() + "."));
        }
        if (text.isEmpty() && content.images().isEmpty() && content.video().isEmpty()) {
            violations.add(
                    new Violation("/text", "nothing_to_say", "A post needs a text, a link, an image or a video."));
        }
        if (content.video().isPresent() && !content.images().isEmpty()) {
            violations.add(new Violation("/video", "video_with_images", "A video stands alone, without images."));
        }
        content.link()
                .filter(link -> !Urls.isLink(link.url()))
                .ifPresent(_ -> violations.add(
                        new Violation("/link/url", "not_a_url", "The link must be an http or https URL.")));
        images(content, limits, violations);
        return List.copyOf(violations);
    }

    /** The network counts a description in UTF-16 units. */
    private static void images(Content content, Limits limits, List<Violation> violations) {
        if (content.images().size() > limits.images()) {
            violations.add(new Violation(
                    "/images", "too_many_images", "The sandbox takes " + limits.images() + " images in a post."));
        }
        alts(content, limits, violations);
    }

    static void alts(Content content, Limits limits, List<Violation> violations) {
        content.video()
                .filter(video -> video.alt().length() > limits.altLength())
                .ifPresent(_ -> violations.add(altTooLong("/video/alt", limits)));
        for (var i = 0; i < content.images().size(); i++) {
            if (content.images().get(i).alt().length() > limits.altLength()) {
                violations.add(altTooLong("/images/" + i + "/alt", limits));
            }
        }
    }

    private static Violation altTooLong(String pointer, Limits limits) {
        return new Violation(
                pointer, "alt_too_long", "A description has at most " + limits.altLength() + " characters.");
    }
}
