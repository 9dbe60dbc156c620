@NullMarked
package dev.parvis.recurrence;

import org.jspecify.annotations.NullMarked;
