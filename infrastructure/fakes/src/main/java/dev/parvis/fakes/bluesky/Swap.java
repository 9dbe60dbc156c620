package dev.parvis.fakes.bluesky;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a write expects to find: {@code swapRecord} absent, null, or a CID. */
sealed interface Swap {
    record Anything() implements Swap {}

    record Nothing() implements Swap {}

    record Exactly(String cid) implements Swap {}

    static Swap read(Map<String, @Nullable Object> input) {
        if (!input.containsKey("swapRecord")) return new Anything();
        return input.get("swapRecord") instanceof String cid ? new Exactly(cid) : new Nothing();
    }

    default boolean allows(@Nullable String current) {
        return switch (this) {
            case Anything _ -> true;
            case Nothing _ -> current == null;
            case Exactly(String cid) -> cid.equals(current);
        };
    }
}
