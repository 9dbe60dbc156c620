package dev.parvis.functions.api.posts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.posts.Content;

/** How many bytes of UTF-8 all the texts of a content have, with those of its variants. */
final class Weight {
    private Weight() {}

    static int of(Content content) {
        return of(content.text())
                + of(content.attached())
                + of(content.parts())
                + content.variants().values().stream().mapToInt(Weight::of).sum();
    }

    private static int of(Content.Variant variant) {
        return of(variant.text().orElse(""))
                + of(variant.attached().orElse(Content.Attached.NOTHING))
                + of(variant.parts().orElse(List.of()));
    }

    private static int of(Content.Attached attached) {
        return of(attached.link())
                + images(attached.images())
                + attached.video().map(video -> of(video.alt())).orElse(0)
                + attached.poll().stream()
                        .flatMap(poll -> poll.options().stream())
                        .mapToInt(Weight::of)
                        .sum();
    }

    private static int of(List<Content.Part> parts) {
        return parts.stream()
                .mapToInt(part -> of(part.text()) + of(part.link()) + images(part.images()))
                .sum();
    }

    private static int of(Optional<Content.Link> link) {
        return link.map(there -> of(there.url()) + of(there.title()) + of(there.description()))
                .orElse(0);
    }

    private static int images(List<Content.Image> images) {
        return images.stream().mapToInt(image -> of(image.alt())).sum();
    }

    private static int of(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
