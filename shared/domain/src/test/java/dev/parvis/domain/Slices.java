package dev.parvis.domain;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;

/** Pages of a list in memory: a page's cursor is the position it starts at. */
public final class Slices {
    private Slices() {}

    public static <T> Page<T> of(List<T> all, PageRequest page) {
        var from = page.after().map(Slices::position).orElse(0);
        var until = Math.min(from + page.limit(), all.size());
        var next = until < all.size() ? Optional.of(Integer.toString(until)) : Optional.<String>empty();
        return new Page<>(all.subList(Math.min(from, until), until), next);
    }

    private static int position(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException strange) {
            throw new IllegalArgumentException("this is not where a page of this list starts", strange);
        }
    }
}
