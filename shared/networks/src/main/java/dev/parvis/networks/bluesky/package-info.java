/**
 * Bluesky, over the AT Protocol of the account's own server (its PDS). A post is a record whose key we derive from the
 * target's client key and whose bytes we fix before the instant; {@code putRecord} with {@code swapRecord: null} writes it
 * once and answers the same when it is repeated. In doubt the record is read at its key from the PDS, which is the source
 * itself and no index, so that its absence is proof once the quiet time is over.
 *
 * <p>Facets are found by us (https links, mentions that resolve, hashtags); bare domains stay plain text. Images are shrunk
 * under 1,000,000 bytes, the older limit that some servers still enforce. Parts of a
 * thread and a comment are replies that name root and parent by uri and cid, read on the account's own server. A video goes
 * up as a blob and is processed by the network afterwards. Not done: quotes, OAuth, cards with a thumbnail.
 */
@NullMarked
package dev.parvis.networks.bluesky;

import org.jspecify.annotations.NullMarked;
