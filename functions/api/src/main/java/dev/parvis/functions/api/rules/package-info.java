/** A brand's moderation rules. */
@NullMarked
package dev.parvis.functions.api.rules;

import org.jspecify.annotations.NullMarked;
