/**
 * The five ways through the house, once each, from the HTTP API to what a client sees: the functions run from their built zips
 * behind the local gateway, on whichever back end is chosen. By default that is the embedded emulators; with {@code AWS_ENDPOINT_URL}
 * it is what answers there; under {@code -Plocalstack} it is LocalStack in a container. SES v2 and the HTTP API stay ours everywhere:
 * the free LocalStack has neither.
 *
 * <p>On a back end of others nothing wakes a function early, because their bus cannot reach into this process. The ticks do all
 * the work there, which is what the table being the truth means; that the events left is read from a queue behind their bus.
 */
@NullMarked
package dev.parvis.checks.suite;

import org.jspecify.annotations.NullMarked;
