@NullMarked
package dev.parvis.domain.series;

import org.jspecify.annotations.NullMarked;
