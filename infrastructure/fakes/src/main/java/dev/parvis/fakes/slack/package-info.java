/**
 * Slack's Events API, the sending side: the challenge, events and their retries, signed {@code v0}. Slack's Web API is
 * not here.
 */
@NullMarked
package dev.parvis.fakes.slack;

import org.jspecify.annotations.NullMarked;
