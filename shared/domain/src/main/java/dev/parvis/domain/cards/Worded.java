package dev.parvis.domain.cards;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parvis.domain.posts.Content;

/** Words the links of a content that nobody has worded: as a card says it, they are kept, sealed and sent. */
public final class Worded {
    private final Function<String, Optional<Card>> cards;

    /** @param cards by the link's address as it was typed; empty where nothing is to be changed */
    public Worded(Function<String, Optional<Card>> cards) {
        this.cards = cards;
    }

    /** The same content; a link with a title stays as it was typed. */
    public Content of(Content content) {
        var variants = new HashMap<>(content.variants());
        variants.replaceAll((_, variant) -> new Content.Variant(
                variant.text(),
                variant.attached().map(this::of),
                variant.parts().map(this::of)));
        return new Content(
                content.text(),
                content.link().map(this::of),
                content.images(),
                content.language(),
                content.video(),
                content.poll(),
                of(content.parts()),
                variants,
                content.utm(),
                content.answers());
    }

    private Content.Attached of(Content.Attached attached) {
        return new Content.Attached(
                attached.link().map(this::of), attached.images(), attached.video(), attached.poll());
    }

    private List<Content.Part> of(List<Content.Part> parts) {
        return parts.stream()
                .map(part ->
                        new Content.Part(part.kind(), part.text(), part.link().map(this::of), part.images()))
                .toList();
    }

    private Content.Link of(Content.Link link) {
        return isOpen(link)
                ? cards.apply(link.url()).map(card -> of(link, card)).orElse(link)
                : link;
    }

    /** Whether nobody has worded its card. */
    public static boolean isOpen(Content.Link link) {
        return link.title().isBlank();
    }

    private static Content.Link of(Content.Link link, Card card) {
        return new Content.Link(
                link.url(), card.title(), link.description().isBlank() ? card.description() : link.description());
    }
}
