package dev.parvis.domain.moderation;

/** What a rule does. Hiding and deleting need a network that lets us; the queue is ours. */
public enum Action {
    ALLOW,
    QUEUE,
    HIDE,
    DELETE
}
