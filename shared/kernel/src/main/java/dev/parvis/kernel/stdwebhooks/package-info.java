/**
 * Standard Webhooks 1.0.0 (https://github.com/standard-webhooks/standard-webhooks): sign what we send, verify what we get.
 */
@NullMarked
package dev.parvis.kernel.stdwebhooks;

import org.jspecify.annotations.NullMarked;
