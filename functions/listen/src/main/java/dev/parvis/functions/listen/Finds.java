package dev.parvis.functions.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.notices.Notices;
import dev.parvis.kernel.secret.Sha256;

/**
 * Keeps what was found. The item first, then the word of its mention, then the mention: whoever comes after a crash finds
 * the item known and the mention missing, and tells and keeps it under the same ids.
 */
final class Finds {
    private final Items items;
    private final Mentions mentions;
    private final Notices notices;
    private final Announcer announcer;

    /** Where finds are kept. */
    record Stores(Items items, Mentions mentions) {}

    Finds(Stores stores, Notices notices, Announcer announcer) {
        this.items = stores.items();
        this.mentions = stores.mentions();
        this.notices = notices;
        this.announcer = announcer;
    }

    /** Everything that was said to a channel is an interaction, and waits for moderation by the write that keeps it. */
    Tally interactions(Channel channel, Brand brand, List<Item> found) {
        var fresh = new ArrayList<Item>();
        var matched = 0;
        for (var item : found) {
            if (items.keep(new Interaction(item, channel.brand(), channel.id(), Handling.NEW, "", 1))) {
                fresh.add(item);
            }
            matched += mentioned(brand, item) ? 1 : 0;
        }
        if (!fresh.isEmpty()) {
            received(channel, fresh);
        }
        return new Tally(found.size(), fresh.size(), matched, Map.of());
    }

    /** Of the web only what the brand's watch matches is kept. */
    Tally entries(Brand brand, List<Item> fresh) {
        var kept = 0;
        var matched = 0;
        var unmatched = 0;
        for (var item : fresh) {
            if (brand.watch().matches(item.text()).isEmpty()) {
                unmatched++;
            } else {
                kept += items.keep(item) ? 1 : 0;
                matched += mentioned(brand, item) ? 1 : 0;
            }
        }
        return new Tally(0, kept, matched, unmatched == 0 ? Map.of() : Map.of("unmatched", unmatched));
    }

    private boolean mentioned(Brand brand, Item item) {
        var matched = brand.watch().matches(item.text());
        if (matched.isEmpty()) {
            return false;
        }
        var mention = new Mention(brand.id(), item, matched, item.foundAt());
        if (mentions.find(brand.workspace(), brand.id(), mention.id()).isPresent()) {
            return false;
        }
        notices.tell(new Event(
                mention.id() + "." + brand.id() + ".mention",
                Event.Type.MENTION_FOUND,
                brand.workspace(),
                item.foundAt(),
                Map.of(
                        "brand", brand.id().value(),
                        "network", item.key().network().value(),
                        "mention", mention.id(),
                        "words", Integer.toString(matched.size()))));
        return mentions.add(mention);
    }

    /** A word to the bus, so that moderation begins at once; when it is lost, moderation begins at its next tick. */
    private void received(Channel channel, List<Item> fresh) {
        announcer.tell(new Event(
                channel.id() + "." + digest(fresh),
                Event.Type.INTERACTION_RECEIVED,
                channel.workspace(),
                fresh.getLast().foundAt(),
                Map.of(
                        "brand", channel.brand().value(),
                        "channel", channel.id().value(),
                        "network", channel.network().value(),
                        "interactions", Integer.toString(fresh.size()))));
    }

    private static String digest(List<Item> fresh) {
        return Sha256.hex(
                        fresh.stream().map(item -> item.key().digest()).sorted().collect(Collectors.joining()))
                .substring(0, 32);
    }
}
