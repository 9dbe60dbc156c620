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
    CLOSED,
    /** It is answered, or an answer is under way. One that surely does not go out brings it back to the queue. */
    ANSWERED
}
