package dev.parvis.domain.moderation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.mentions.SaidWords;

/**
 * What an item must be for a rule to hold: every part that is given must hold, and within a part one of its values.
 *
 * @param words said whole, whatever the case and the accents
 * @param links whether the text must hold a link
 * @param authors handles or native ids, whatever the case
 */
public record Condition(List<String> words, boolean links, List<String> authors) {
    /** A scheme with an authority, or a bare "www." or a domain with a path: what a reader could follow. */
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:https?://|www\\.)\\S|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.[a-z]{2,24}/\\S");

    public Condition {
        words = List.copyOf(words);
        authors = List.copyOf(authors);
    }

    /** Whether the condition asks for anything at all: one that does not would hold for everything. */
    public boolean asksSomething() {
        return links || !words.isEmpty() || !authors.isEmpty();
    }

    public boolean holds(Item item) {
        return asksSomething() && wordsHold(item) && linksHold(item) && authorsHold(item);
    }

    private boolean wordsHold(Item item) {
        if (words.isEmpty()) {
            return true;
        }
        var said = new SaidWords(item.text());
        return words.stream().anyMatch(said::says);
    }

    private boolean linksHold(Item item) {
        return !links || LINK.matcher(item.text()).find();
    }

    private boolean authorsHold(Item item) {
        return authors.isEmpty() || authors.stream().map(Condition::plain).anyMatch(wanted -> isBy(item, wanted));
    }

    private static boolean isBy(Item item, String wanted) {
        return wanted.equals(plain(item.author().handle()))
                || wanted.equals(plain(item.author().nativeId()));
    }

    private static String plain(String handle) {
        var lower = handle.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("@") ? lower.substring(1) : lower;
    }
}
