package dev.parvis.domain.items;

/** Where an interaction stands. */
public enum Handling {
    /** Found, and waiting for the rules. */
    NEW,
    /** In the human queue. */
    QUEUED,
    /** The rules let it stand. */
    ALLOWED,
    /** Hidden on the network. */
    HIDDEN,
    /** Deleted on the network. */
    DELETED,
    /** A person has dealt with it. */
    CLOSED
}
