@NullMarked
package dev.parvis.domain.media;

import org.jspecify.annotations.NullMarked;
