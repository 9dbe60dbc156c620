@NullMarked
package dev.parvis.domain.idempotency;

import org.jspecify.annotations.NullMarked;
