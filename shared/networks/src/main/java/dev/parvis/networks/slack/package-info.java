/**
 * Slack's Events API (https://docs.slack.dev/apis/events-api): the handshake, the signature with its window of five
 * minutes (https://docs.slack.dev/authentication/verifying-requests-from-slack), and messages as items. A message that
 * comes twice, as {@code message} and as {@code app_mention}, is one item: its channel and time stamp are its identity.
 */
@NullMarked
package dev.parvis.networks.slack;

import org.jspecify.annotations.NullMarked;
