package dev.parvis.functions.webhooks;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.inbound.Inbound;
import dev.parvis.domain.inbound.Inbound.Arrival;
import dev.parvis.domain.inbound.Inbound.Body;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.functions.webhooks.Deliveries.Answer;
import dev.parvis.kernel.secret.Sha256;

/** Keeps a delivery once: its items first, its own row last, and then a word to the bus. */
final class Keeper {
    /** A longer body lies in S3: a row of DynamoDB has 400 KB at most. */
    static final int MOST_IN_TABLE = 256 * 1024;

    private final Inbound inbound;
    private final Items items;
    private final Supplier<Files> files;
    private final Announcer announcer;

    Keeper(Inbound inbound, Items items, Supplier<Files> files, Announcer announcer) {
        this.inbound = inbound;
        this.items = items;
        this.files = files;
        this.announcer = announcer;
    }

    Answer keep(Channel channel, Raw raw, String deliveryId, List<Item> found) {
        if (inbound.known(channel.workspace(), channel.id(), deliveryId)) {
            return new Answer.Taken(true, 0);
        }
        var fresh = found.stream()
                .filter(item -> items.keep(interaction(channel, item)))
                .toList();
        var first = inbound.keep(arrival(channel, raw, deliveryId, found.size(), ""));
        if (!fresh.isEmpty()) {
            tell(channel, raw, deliveryId, fresh.size());
        }
        return new Answer.Taken(!first, fresh.size());
    }

    Answer keepUnreadable(Channel channel, Raw raw, String deliveryId, String reason) {
        return new Answer.Taken(!inbound.keep(arrival(channel, raw, deliveryId, 0, reason)), 0);
    }

    private static Interaction interaction(Channel channel, Item item) {
        return new Interaction(item, channel.brand(), channel.id(), Handling.NEW, "", 1);
    }

    private Arrival arrival(Channel channel, Raw raw, String deliveryId, int count, String problem) {
        return new Arrival(
                channel.workspace(), channel.id(), deliveryId, raw.receivedAt(), body(channel, raw), count, problem);
    }

    private Body body(Channel channel, Raw raw) {
        if (raw.body().length <= MOST_IN_TABLE) {
            return new Body.Here(raw.body());
        }
        var key = "w/" + channel.workspace() + "/inbound/" + channel.id() + "/" + Sha256.hex(raw.body());
        files.get().create(key, "application/octet-stream", raw.body());
        return new Body.InFile(key, raw.body().length);
    }

    private void tell(Channel channel, Raw raw, String deliveryId, int fresh) {
        announcer.tell(new Event(
                channel.id() + "." + Sha256.hex(deliveryId),
                Event.Type.INTERACTION_RECEIVED,
                channel.workspace(),
                raw.receivedAt(),
                Map.of(
                        "brand", channel.brand().value(),
                        "channel", channel.id().value(),
                        "network", channel.network().value(),
                        "interactions", Integer.toString(fresh))));
    }
}
