package dev.parvis.domain.stored;

import java.util.Optional;

/** How many to read (1 to 100), and from where: the {@code next} of the page before. */
public record PageRequest(int limit, Optional<String> after) {
    public static final int MOST = 100;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page holds 1 to " + MOST + ", not " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
