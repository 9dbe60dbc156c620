package dev.parvis.domain.networks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;

/** Verifies a delivery over its raw bytes, and only then reads it. */
public interface ReceivesWebhooks {
    /** @param headers by lower-case name */
    record Raw(Map<String, String> headers, byte[] body, Instant receivedAt) {}

    Verdict receive(Connection connection, Raw raw);

    /** What a delivery is. */
    sealed interface Verdict {
        /** @param deliveryId the sender's identity of the delivery: the same at each of its tries */
        record Accepted(String deliveryId, List<Item> items) implements Verdict {
            public Accepted {
                items = List.copyOf(items);
            }
        }

        /** A handshake: answer exactly this. */
        record Challenge(String contentType, String body) implements Verdict {}

        /** Signature missing, wrong or outside the replay window. */
        record Forged(String reason) implements Verdict {}

        /** Signed, but not readable as what it claims to be. It is kept, and shown. */
        record Unreadable(String deliveryId, String reason) implements Verdict {}
    }
}
