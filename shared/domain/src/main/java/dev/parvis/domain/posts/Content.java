package dev.parvis.domain.posts;

import java.util.List;
import java.util.Optional;

/**
 * What is said.
 *
 * @param language BCP 47 tag of the text, or empty
 */
public record Content(String text, Optional<Link> link, List<Image> images, String language) {
    public Content {
        images = List.copyOf(images);
    }

    /** A link with the card that networks show; title and description may be empty. */
    public record Link(String url, String title, String description) {}

    /** An uploaded image and what it shows, for those who cannot see it. */
    public record Image(String mediaId, String alt) {}
}
