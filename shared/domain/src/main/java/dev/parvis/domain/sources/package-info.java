/**
 * A source is what is polled: a channel's notifications, a feed. Its claim writes the next poll time, and a poll that
 * found nothing new writes nothing more. The cursor lies apart and is moved last.
 */
@NullMarked
package dev.parvis.domain.sources;

import org.jspecify.annotations.NullMarked;
