@NullMarked
package dev.parvis.domain.mentions;

import org.jspecify.annotations.NullMarked;
