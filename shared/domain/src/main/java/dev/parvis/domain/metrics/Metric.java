package dev.parvis.domain.metrics;

/** What is counted, as the field calls it. */
public enum Metric {
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    LIKES,
    REPOSTS,
    REPLIES,
    QUOTES,
    BOOKMARKS,
    IMPRESSIONS,
    REACH,
    CLICKS;

    /** The name in the API and in files. */
    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
