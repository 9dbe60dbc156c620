/** Deliveries as senders make them, to stores in memory and to real ones. */
@NullMarked
package dev.parvis.functions.webhooks;

import org.jspecify.annotations.NullMarked;
