@NullMarked
package dev.parvis.domain.files;

import org.jspecify.annotations.NullMarked;
