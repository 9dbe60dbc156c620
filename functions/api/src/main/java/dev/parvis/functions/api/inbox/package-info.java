/** What was said to a brand, and a person's decisions on it. */
@NullMarked
package dev.parvis.functions.api.inbox;

import org.jspecify.annotations.NullMarked;
