/**
 * A creation that is asked for twice under one key is done once, and answered twice the same.
 */
@NullMarked
package dev.parvis.domain.idempotency;

import org.jspecify.annotations.NullMarked;
