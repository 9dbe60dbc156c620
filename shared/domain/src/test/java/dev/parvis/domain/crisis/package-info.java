/** What stops and the links that start them hold, tried on every store. */
@NullMarked
package dev.parvis.domain.crisis;

import org.jspecify.annotations.NullMarked;
