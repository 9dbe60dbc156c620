@NullMarked
package dev.parvis.domain.channels;

import org.jspecify.annotations.NullMarked;
