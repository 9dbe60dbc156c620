@NullMarked
package dev.parvis.domain.brands;

import org.jspecify.annotations.NullMarked;
