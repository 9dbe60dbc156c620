package dev.parvis.domain.cards;

/** That a part goes out with a card of this page, and who reads the page for it. */
public record CardAt(String url, Maker maker) {
    /** Who makes a card. */
    public enum Maker {
        /** Its words are part of what we send. */
        PARVIS,
        /** The network reads the page itself, when and as it likes. */
        NETWORK
    }
}
