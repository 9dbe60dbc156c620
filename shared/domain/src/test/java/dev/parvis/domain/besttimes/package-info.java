/** When a channel's posts were answered best. */
@NullMarked
package dev.parvis.domain.besttimes;

import org.jspecify.annotations.NullMarked;
