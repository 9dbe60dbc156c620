/**
 * A Bluesky network of one process: PDS and AppView at one address, with the reference servers' answers.
 *
 * <p>Accounts sign in with app passwords; repositories hold records under their keys with the CIDs that DAG-CBOR gives
 * them, so "the same record again" is decided as the real PDS decides it: {@code putRecord} with {@code swapRecord: null}
 * creates, answers the identical record without a commit, and refuses another one as {@code InvalidSwap}; {@code
 * createRecord} on a taken key is a bare 500. The AppView is derived from the repositories each time it is read, and can
 * lag behind them by a time or by a number of reads ({@link dev.parvis.fakes.bluesky.BlueskyServer#lag}), per record,
 * fixed when it is written.
 *
 * <p>Beside the protocol: {@code GET /__posts} lists every post of every repository at its source, {@code POST /__lag
 * {"reads":2}} or {@code {"millis":500}} sets the lag, {@code POST /__counts {"uri"|"did":…, "likes":7, "reposts":1,
 * "quotes":0, "followers":250}} adds to what the AppView counts. Other people are accounts like any: they are made by
 * {@code com.atproto.server.createAccount} and act through the protocol.
 *
 * <p>Checked against the sources of bluesky-social/atproto of 2026-08-20 and, call by call, against a running network of
 * {@code @atproto/dev-env} 0.6.7 (2026-11-21): the same status, error name, message and CID in 120 calls. Known to differ:
 * a cursor here loses nothing between notifications of the same millisecond, an upload over the limit is read to its end
 * before its 413 (the real PDS resets a client that is still sending). Not done: OAuth, video,
 * lists, labels, service proxying, applyWrites, the firehose. A threadgate's {@code hiddenReplies} leave the owner's
 * notifications but stay in {@code getPostThread}, whose root names them: so the real AppView does it.
 */
@NullMarked
package dev.parvis.fakes.bluesky;

import org.jspecify.annotations.NullMarked;
