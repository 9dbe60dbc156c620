/** Deliveries to a sink that checks signatures, and mails to a box of our own. */
@NullMarked
package dev.parvis.functions.notify;

import org.jspecify.annotations.NullMarked;
