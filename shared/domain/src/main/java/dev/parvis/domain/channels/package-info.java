/**
 * A channel is an account on a network, connected for a brand. Its tokens are sealed and live under a key of their own;
 * what this package shows of them prints as stars.
 */
@NullMarked
package dev.parvis.domain.channels;

import org.jspecify.annotations.NullMarked;
