@NullMarked
package dev.parvis.domain.weekly;

import org.jspecify.annotations.NullMarked;
