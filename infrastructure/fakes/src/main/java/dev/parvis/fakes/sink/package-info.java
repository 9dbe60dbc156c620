/**
 * The receiving side of our own outgoing webhooks: an endpoint that records every delivery, says whether its Standard
 * Webhooks signature holds, and fails as its switchboard is told to. {@code GET /__posts} lists what arrived.
 */
@NullMarked
package dev.parvis.fakes.sink;

import org.jspecify.annotations.NullMarked;
