@NullMarked
package dev.parvis.domain.stored;

import org.jspecify.annotations.NullMarked;
