package dev.parvis.domain.cards;

import java.util.Map;
import java.util.Set;

/** Reads pages for their cards. */
@FunctionalInterface
public interface Cards {
    /** All are read at once, and all is over within a time that a person waits: what was not read by then says so. */
    Map<String, Read> read(Set<String> urls);

    /** What became of a page. */
    sealed interface Read {
        record Found(Card card) implements Read {}

        /** @param detail a sentence for a person */
        record NotRead(String code, String detail) implements Read {}
    }
}
