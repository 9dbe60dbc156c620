package dev.parvis.domain.sources;

/** Whether a source is polled. */
public enum SourceState {
    LISTENING,
    /** It keeps failing, or it is gone for good: a person is shown why. It is polled no more. */
    BROKEN,
    PAUSED
}
