@NullMarked
package dev.parvis.domain.agenda;

import org.jspecify.annotations.NullMarked;
