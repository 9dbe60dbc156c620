/**
 * Tells people and other systems what happened, from the agenda: a mail to the workspace's own addresses, or a webhook
 * signed by Standard Webhooks to an endpoint that the workspace named. The bus only wakes this function early; what is
 * to be told are rows that were written before the thing they tell of was finished. A mail to several addresses is
 * first split into one delivery each, so that a crash repeats none of them. On Mondays each workspace is mailed what its
 * brands' next weeks miss ({@link dev.parvis.domain.weekly}).
 */
@NullMarked
package dev.parvis.functions.notify;

import org.jspecify.annotations.NullMarked;
