package dev.parvis.domain.series;

/** Whether a series makes posts. */
public enum SeriesState {
    RUNNING,
    /** Nothing of it goes out; posts that were made are taken back. */
    PAUSED,
    /** On its way out: its posts are taken back, then it goes itself. */
    REMOVED
}
