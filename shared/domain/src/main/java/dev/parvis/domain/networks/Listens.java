package dev.parvis.domain.networks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;

/** Tells what was said to an account since a cursor. */
public interface Listens {
    /**
     * Reads what is newer than the cursor, oldest first, at most {@code most} items.
     *
     * @param cursor what an earlier call returned; empty at first: then only what is newer than now is told, or the
     *     latest page, as the network allows
     */
    Hearing listen(Connection connection, Optional<String> cursor, int most, Duration patience);

    /** What a poll gave. */
    sealed interface Hearing {
        /** @param more whether asking again at once would tell more */
        record Heard(List<Item> items, String cursor, boolean more) implements Hearing {
            public Heard {
                items = List.copyOf(items);
            }
        }

        /** Nothing new; the cursor stands. */
        record Nothing() implements Hearing {}

        record Throttled(Instant until) implements Hearing {}

        /** The credential has died. */
        record Expired() implements Hearing {}

        /** It failed this time. */
        record Failed(String reason) implements Hearing {}

        /** It is gone for good. */
        record Gone(String reason) implements Hearing {}
    }
}
