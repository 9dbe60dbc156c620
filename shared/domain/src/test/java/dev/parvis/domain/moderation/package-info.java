@NullMarked
package dev.parvis.domain.moderation;

import org.jspecify.annotations.NullMarked;
