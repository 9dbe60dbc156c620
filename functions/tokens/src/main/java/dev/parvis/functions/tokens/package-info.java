/**
 * Refreshes credentials before they expire, one at a time per account: the claim of a channel's refresh row is the
 * account's lock. Publishing and listening take the same row when a network tells them early that a token has died.
 */
@NullMarked
package dev.parvis.functions.tokens;

import org.jspecify.annotations.NullMarked;
