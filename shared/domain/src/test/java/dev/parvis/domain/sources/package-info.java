@NullMarked
package dev.parvis.domain.sources;

import org.jspecify.annotations.NullMarked;
