/**
 * Refreshes credentials before they expire, one at a time per account: the claim of a channel's refresh row is the
 * account's lock. Publishing and listening take the same row when a network tells them early that a token has died.
 *
 * <p>Its tick checks posts before their time, too (see {@link dev.parvis.domain.preflight}): most of what goes wrong is an
 * account's, every quarter of an hour is often enough, and what has died is renewed here anyway. Never on the tick of
 * publishing, which has a minute to keep.
 */
@NullMarked
package dev.parvis.functions.tokens;

import org.jspecify.annotations.NullMarked;
