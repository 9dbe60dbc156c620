package dev.parvis.emulators.events;

/** What the next call to {@code PutEvents} suffers. */
public enum Fault {
    /** The first entry is answered {@code InternalFailure}; the others are taken. */
    FIRST_ENTRY_FAILS,
    /** 400 {@code ThrottlingException}. Nothing is taken. */
    THROTTLED,
    /** 500 {@code InternalException}. Nothing is taken. */
    BROKEN,
    /** Everything is taken and the connection cut before the answer. */
    ANSWER_LOST
}
