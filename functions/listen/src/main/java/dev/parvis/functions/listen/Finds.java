package dev.parvis.functions.listen;

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
import dev.parvis.domain.mentions.Watching;
import dev.parvis.kernel.secret.Sha256;

/**
 * Keeps what was found. Of the web the item first, then its mention: whoever comes after a crash finds the item known and
 * the mention missing, and tells and keeps it under the same ids.
 */
final class Finds {
    private final Items items;
    private final Watching watching;
    private final Announcer announcer;

    Finds(Items items, Watching watching, Announcer announcer) {
        this.items = items;
        this.watching = watching;
        this.announcer = announcer;
    }

    /**
     * Everything that was said to a channel is an interaction, and waits for moderation by the write that keeps it.
     * Moderation is where it meets the brand's watch, as what a webhook brought does.
     */
    Tally interactions(Channel channel, List<Item> found) {
        var fresh = found.stream()
                .filter(item -> items.keep(new Interaction(item, channel.brand(), channel.id(), Handling.NEW, "", 1)))
                .toList();
        if (!fresh.isEmpty()) {
            received(channel, fresh);
        }
        return new Tally(found.size(), fresh.size(), 0, Map.of());
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
                matched += watching.look(brand, item) ? 1 : 0;
            }
        }
        return new Tally(0, kept, matched, unmatched == 0 ? Map.of() : Map.of("unmatched", unmatched));
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
