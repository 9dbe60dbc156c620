/**
 * The ports of {@code domain} over the one DynamoDB table; the only module that knows its keys.
 * <p>
 * Every key is built in {@link dev.parvis.table.Keys}, tenant first, so that a caller reaches only what its verified
 * workspace names. Every pattern is one Query or GetItem, over a sparse index of its own where the base key does not
 * serve; nothing scans. Each aggregate has a hand-written codec. Instants are kept to the millisecond.
 * <p>
 * Every write leaves a {@code mark}, a word drawn for that write alone: when the SDK repeats a write whose answer was
 * lost, the failed condition shows our own mark, and the write counts as what it was, a success.
 */
@NullMarked
package dev.parvis.table;

import org.jspecify.annotations.NullMarked;
