/**
 * The event bus: {@code PutEvents} of EventBridge. Which event wakes which function is decided by AWS's own Event Ruler
 * over the template's own patterns, so that a pattern that would match nothing in the cloud matches nothing here.
 *
 * <p>Limits and refusals are those of https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html: ten
 * entries and 256 KB a call, each entry accepted or refused by itself. What it does not do: input transformers, archives,
 * other targets than the one consumer it is given. Deliveries that wait for a retry end with the server: an event is
 * never the only record of work.
 */
@NullMarked
package dev.parvis.emulators.events;

import org.jspecify.annotations.NullMarked;
