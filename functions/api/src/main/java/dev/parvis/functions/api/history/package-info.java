/** The audit trail, and work that was set aside. */
@NullMarked
package dev.parvis.functions.api.history;

import org.jspecify.annotations.NullMarked;
