package dev.parvis.functions.report.data;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;

/** Walks through a list page by page. */
final class Pages {
    private Pages() {}

    /** Hands over one after the other until the list ends or {@code more} says no. */
    static <T> void walk(Function<PageRequest, Page<T>> list, Predicate<T> more) {
        var next = Optional.<String>empty();
        do {
            var page = list.apply(new PageRequest(PageRequest.MOST, next));
            for (var item : page.items()) {
                if (!more.test(item)) {
                    return;
                }
            }
            next = page.next();
        } while (next.isPresent());
    }
}
