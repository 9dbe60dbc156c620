/**
 * The sending side of webhooks: deliveries signed as Standard Webhooks 1.0.0 prescribes, over exactly the bytes that are
 * sent, one attempt at a time. What other senders sign differently lies with them ({@link
 * dev.parvis.fakes.slack.SlackEvents}, {@link dev.parvis.fakes.mastodon.MastodonWebhooks}); all send through {@link
 * dev.parvis.fakes.webhooks.Sender}. A retry is the caller's: send again with the same id and another time.
 */
@NullMarked
package dev.parvis.fakes.webhooks;

import org.jspecify.annotations.NullMarked;
