@NullMarked
package dev.parvis.domain.items;

import org.jspecify.annotations.NullMarked;
