@NullMarked
package dev.parvis.domain.metrics;

import org.jspecify.annotations.NullMarked;
