/**
 * Deliveries that networks made to our webhooks: each is kept once, by its sender's identity of it.
 */
@NullMarked
package dev.parvis.domain.inbound;

import org.jspecify.annotations.NullMarked;
