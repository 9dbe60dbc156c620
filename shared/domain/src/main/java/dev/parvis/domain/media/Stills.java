package dev.parvis.domain.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;

/**
 * Pictures that move where they were made, and will stand still where they go out. What is shrunk, cut or converted keeps its
 * first picture only; of what goes out as it is, only a GIF moves, and only on a network that shows it moving. That is no
 * reason to refuse it, and nothing to be found out by the client.
 */
public final class Stills {
    /** As a hint, a warning and a finding. */
    public static final String CODE = "animation_lost";

    private static final String GIF = "image/gif";

    private Stills() {}

    /** Why a picture will not move, in words for a person; empty where it does, or never did. */
    public static Optional<String> of(Media media, ImageSize size) {
        if (!media.moves()) {
            return Optional.empty();
        }
        if (!media.type().equals(GIF) || !size.moving() || !size.types().contains(GIF)) {
            return Optional.of("“" + media.name()
                    + "” moves, and stands still on this network, at its first picture: a video (MP4) moves.");
        }
        return Renditions.isNeeded(media, size)
                ? Optional.of(
                        "“" + media.name()
                                + "” moves, and must be made smaller or cut for this network, which leaves its first picture: a smaller GIF moves, or a video (MP4).")
                : Optional.empty();
    }

    /**
     * Of all that a content shows on a network; pointers are into the content.
     *
     * @param find empty for what is no media of the brand
     */
    public static List<Violation> of(Content said, ImageSize size, Function<String, Optional<Media>> find) {
        var found = new ArrayList<>(of("", said.images(), size, find));
        for (var i = 0; i < said.parts().size(); i++) {
            found.addAll(of("/parts/" + i, said.parts().get(i).images(), size, find));
        }
        return List.copyOf(found);
    }

    private static List<Violation> of(
            String at, List<Content.Image> images, ImageSize size, Function<String, Optional<Media>> find) {
        return IntStream.range(0, images.size())
                .boxed()
                .flatMap(i -> find
                        .apply(images.get(i).mediaId())
                        .flatMap(media -> of(media, size))
                        .map(why -> new Violation(at + "/images/" + i, CODE, why))
                        .stream())
                .toList();
    }
}
