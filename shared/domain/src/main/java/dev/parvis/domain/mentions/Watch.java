package dev.parvis.domain.mentions;

import java.util.List;

/**
 * The words a brand listens for. An item matches when it says one of {@code words} and none of {@code without};
 * case, accents and typographic apostrophes do not count, and a word is found only whole.
 */
public record Watch(List<String> words, List<String> without) {
    public static final int MOST_WORDS = 50;
    public static final Watch NOTHING = new Watch(List.of(), List.of());

    public Watch {
        words = List.copyOf(words);
        without = List.copyOf(without);
    }

    /** The words of this watch that the text says, in the watch's order; none when an excluded one is there too. */
    public List<String> matches(String text) {
        if (words.isEmpty()) {
            return List.of();
        }
        var said = new SaidWords(text);
        return without.stream().anyMatch(said::says)
                ? List.of()
                : words.stream().filter(said::says).toList();
    }
}
