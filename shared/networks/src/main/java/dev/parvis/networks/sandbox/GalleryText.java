package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.posts.Content;
import dev.parvis.networks.videos.Videos;

/** What the gallery takes, and what is wrong with a content. Lengths are counted in UTF-16 units, the strictest there is. */
final class GalleryText {
    static final Limits LIMITS = new Limits(
                    2200, Limits.Counting.UTF16_UNITS, 0, 0, 10, 2_000_000, 50_000_000, 1000, Set.of("image/jpeg"))
            .withParts(0, true)
            .with(Videos.taken(20_000_000, Duration.ZERO, Set.of("video/mp4")))
            .with(new Terms(
                    Optional.of(new Terms.Shape(0.8, 1.91)),
                    Optional.of(new Terms.Quota(25, Duration.ofHours(24))),
                    Optional.empty(),
                    Optional.of(new Terms.Pictures(2, 10))));

    private GalleryText() {}

    /** What a post must show is in the limits. */
    static List<Violation> check(Content content, Limits limits) {
        var violations = new ArrayList<Violation>();
        var length = SandboxText.of(content).length();
        if (length > limits.textLength()) {
            violations.add(new Violation(
                    "/text",
                    "text_too_long",
                    "The caption has " + length + " characters, the link included; the gallery takes "
                            + limits.textLength() + "."));
        }
        SandboxText.alts(content, limits, violations);
        return List.copyOf(violations);
    }
}
