@NullMarked
package dev.parvis.domain.slots;

import org.jspecify.annotations.NullMarked;
