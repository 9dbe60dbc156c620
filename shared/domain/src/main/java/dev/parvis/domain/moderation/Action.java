package dev.parvis.domain.moderation;

/** What a rule does. Hiding, deleting and replying need a network that lets us; the queue is ours. */
public enum Action {
    ALLOW,
    QUEUE,
    HIDE,
    DELETE,
    /** Answers in the rule's own words. */
    REPLY
}
