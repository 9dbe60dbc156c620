package dev.parvis.functions.report.document;

import java.time.Instant;

/**
 * One mention of the brand.
 *
 * @param author as the network or the site names it; hostile until set
 * @param origin the network or the site
 * @param url where it can be read, or empty
 * @param publishedAt when it was said
 */
public record MentionRow(
        String author, String origin, String url, Instant publishedAt, String excerpt, Sentiment sentiment) {

    /** UNDECIDED is an answer: the engine abstains rather than guess. */
    public enum Sentiment {
        POSITIVE,
        NEUTRAL,
        NEGATIVE,
        UNDECIDED
    }
}
