/**
 * Mastodon, and every server that speaks its API. Limits are each server's own: they are read from it and kept for a day. Text
 * is counted as Mastodon counts it: graphemes, a URL for 23, a mention without its domain.
 *
 * <p>A post is sent once, with the target's client key as {@code Idempotency-Key}. Servers other than Mastodon ignore that
 * header, and Mastodon itself forgets it after an hour, so a doubt is always settled by reading the account's own statuses
 * back to the newest one that was there before the attempt: found by the fingerprint of its text and its number of images, or
 * absent after a complete read. A poll's answers and the status that a part answers are in the fingerprint too; a status that
 * answers another is surely not ours. A thread's parts and a comment are answers of the account to itself; they are unlisted
 * under a public post, as is the usage, and else as visible as the post above. The fingerprint leaves out white space, punctuation and the domains of mentions, because
 * servers render them each in their own way.
 *
 * <p>Not done: OAuth with a registered app (a token is pasted), content warnings, a video larger than we hold in memory.
 */
@NullMarked
package dev.parvis.networks.mastodon;

import org.jspecify.annotations.NullMarked;
