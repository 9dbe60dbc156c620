package dev.parvis.domain.items;

/** What an item is on its network. */
public enum ItemKind {
    POST,
    REPLY,
    QUOTE,
    MENTION,
    COMMENT,
    MESSAGE,
    REVIEW,
    ENTRY,
    REPORT
}
