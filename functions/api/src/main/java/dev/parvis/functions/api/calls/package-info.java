/** What every route needs: who calls and may what, versions, pages, creation under an idempotency key. */
@NullMarked
package dev.parvis.functions.api.calls;

import org.jspecify.annotations.NullMarked;
