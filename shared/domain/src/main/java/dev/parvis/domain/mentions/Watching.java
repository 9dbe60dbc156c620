package dev.parvis.domain.mentions;

import java.util.Map;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.notices.Notices;

/**
 * Looks at what was found with the brand's watch. What it matches is told under an id of its own, then kept: looking
 * again, after a crash or by somebody else, keeps and tells the same once.
 */
public final class Watching {
    private final Brands brands;
    private final Mentions mentions;
    private final Notices notices;

    public Watching(Brands brands, Mentions mentions, Notices notices) {
        this.brands = brands;
        this.mentions = mentions;
        this.notices = notices;
    }

    /** For what was said to a channel, whoever brought it. True when it became a mention now. */
    public boolean look(Interaction interaction) {
        return brands.find(interaction.workspace(), interaction.brand())
                .filter(brand -> look(brand, interaction.item()))
                .isPresent();
    }

    /** For an item that is kept. True when it became a mention now. */
    public boolean look(Brand brand, Item item) {
        var matched = brand.watch().matches(item.text());
        if (matched.isEmpty()) {
            return false;
        }
        var mention = new Mention(brand.id(), item, matched, item.foundAt());
        if (mentions.find(brand.workspace(), brand.id(), mention.id()).isPresent()) {
            return false;
        }
        notices.tell(found(brand, mention));
        return mentions.add(mention);
    }

    private static Event found(Brand brand, Mention mention) {
        return new Event(
                mention.id() + "." + brand.id() + ".mention",
                Event.Type.MENTION_FOUND,
                brand.workspace(),
                mention.foundAt(),
                Map.of(
                        "brand", brand.id().value(),
                        "network", mention.item().key().network().value(),
                        "mention", mention.id(),
                        "words", Integer.toString(mention.matched().size())));
    }
}
