/**
 * A Mastodon server with the answers of the real one, and the deviations of its look-alikes behind switches.
 *
 * <p>Applications are registered, codes and tokens given out, statuses posted, counted and paged as Mastodon does it;
 * {@link dev.parvis.fakes.mastodon.MastodonOptions} says whether {@code Idempotency-Key} is honoured for an hour
 * (Mastodon), ignored (snac2 and others) or answered 500 the second time (Mastodon 4.6), whether {@code /api/v2/instance}
 * is there, how many polls an upload takes. {@link dev.parvis.fakes.mastodon.MastodonWebhooks} sends the signed webhooks
 * of its administrators.
 *
 * <p>Beside the protocol: {@code POST /__accounts {"username","password"}} makes somebody and answers {@code
 * {"id","token"}}; {@code GET /__posts} lists every status with its plain text and idempotency key; {@code POST /__counts
 * {"status"|"account":id, "favourites":7, "reblogs":1, "followers":250}} adds to what is counted.
 *
 * <p>Not done: scheduled statuses (refused), polls, edits, streaming, federation, filters, lists, admin API.
 */
@NullMarked
package dev.parvis.fakes.mastodon;

import org.jspecify.annotations.NullMarked;
