/**
 * What every implementation of a port must hold ({@code …Contract}), in-memory ones that hold it ({@code InMemory…}),
 * and examples of the domain's records. Shared with the modules that implement or use the ports.
 */
@NullMarked
package dev.parvis.domain;

import org.jspecify.annotations.NullMarked;
