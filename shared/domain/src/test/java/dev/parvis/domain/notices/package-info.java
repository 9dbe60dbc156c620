@NullMarked
package dev.parvis.domain.notices;

import org.jspecify.annotations.NullMarked;
