/**
 * Mastodon, and every server that speaks its API. Limits are each server's own: they are read from it and kept for a day. Text
 * is counted as Mastodon counts it: graphemes, a URL for 23, a mention without its domain.
 *
 * <p>A post is sent once, with the target's client key as {@code Idempotency-Key}. Servers other than Mastodon ignore that
 * header, and Mastodon itself forgets it after an hour, so a doubt is always settled by reading the account's own statuses
 * back to the newest one that was there before the attempt: found by the fingerprint of its text and its number of images, or
 * absent after a complete read. The fingerprint leaves out white space, punctuation and the domains of mentions, because
 * servers render them each in their own way.
 *
 * <p>Not done: OAuth with a registered app (a token is pasted), polls, content warnings, threads, video.
 */
@NullMarked
package dev.parvis.networks.mastodon;

import org.jspecify.annotations.NullMarked;
