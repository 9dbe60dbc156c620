/**
 * An item is what was found: a comment, a reply, a message, a mention, a feed's entry. It is kept once, by its network
 * and native id, whoever found it. Addressed to a channel it is an interaction, and the write that keeps it puts it on
 * moderation's agenda.
 */
@NullMarked
package dev.parvis.domain.items;

import org.jspecify.annotations.NullMarked;
