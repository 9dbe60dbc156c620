@NullMarked
package dev.parvis.domain.audit;

import org.jspecify.annotations.NullMarked;
