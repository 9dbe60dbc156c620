package dev.parvis.networks.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.items.Item;

/** What a poll of a feed gave. */
public sealed interface Feeding {
    /**
     * @param fresh entries not told before, oldest first; perhaps none
     * @param cursor to be kept once {@code fresh} is
     * @param found how many entries the feed holds
     * @param dropped how many of them were left out, by reason
     * @param movedTo where the feed has moved for good
     */
    record Read(List<Item> fresh, String cursor, int found, Map<String, Integer> dropped, Optional<URI> movedTo)
            implements Feeding {
        public Read {
            fresh = List.copyOf(fresh);
            dropped = Map.copyOf(dropped);
        }
    }

    /** Nothing new; the cursor stands. {@code found} is 0 when the server did not send the feed again. */
    record Unchanged(int found) implements Feeding {}

    /** The server asks to wait. */
    record Throttled(Instant until) implements Feeding {}

    /** It could not be read this time; {@code reason} is for a person. */
    record Failed(String reason) implements Feeding {}

    /** It is gone for good. */
    record Gone(String reason) implements Feeding {}
}
