/**
 * Takes deliveries of networks: verifies the signature over the raw bytes, keeps what was delivered once, answers.
 * Everything in a delivery is kept before the delivery itself is, so that a delivery that is known is known whole; the
 * bus is told last, best effort. A body over 256 KB lies in S3 with a pointer in the table; over 1 MB it is refused.
 */
@NullMarked
package dev.parvis.functions.webhooks;

import org.jspecify.annotations.NullMarked;
