package dev.parvis.domain.stored;

import java.util.List;
import java.util.Optional;

/** One page of a list; {@code next} is where the following page starts and is absent on the last one. */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** A last page. */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, Optional.empty());
    }
}
