/**
 * Time as an injected thing: sleeping until an instant, a budget that only runs down, one sortable text form.
 */
@NullMarked
package dev.parvis.kernel.time;

import org.jspecify.annotations.NullMarked;
