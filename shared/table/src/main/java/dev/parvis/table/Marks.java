package dev.parvis.table;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Draws the word that tells one write from every other. */
final class Marks {
    private final RandomGenerator random;

    Marks(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }
}
