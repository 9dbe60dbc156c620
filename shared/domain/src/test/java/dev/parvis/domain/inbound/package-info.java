@NullMarked
package dev.parvis.domain.inbound;

import org.jspecify.annotations.NullMarked;
