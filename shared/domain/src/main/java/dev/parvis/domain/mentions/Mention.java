package dev.parvis.domain.mentions;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.items.Item;

/** A brand's watch matched this item. One per brand and item, whoever found it and however often. */
public record Mention(BrandId brand, Item item, List<String> matched, Instant foundAt) {
    public Mention {
        matched = List.copyOf(matched);
    }

    /** The mention's id within its brand: the item's identity, safe in a path. */
    public String id() {
        return item.key().digest();
    }
}
