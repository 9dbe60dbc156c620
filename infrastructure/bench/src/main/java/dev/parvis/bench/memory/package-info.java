/**
 * What the suite holds on one machine: {@code dev.parvis.local.Main} started as {@code mvn -Plocal} starts it, in an empty
 * folder with the demo, every schedule each minute so that all functions have answered. Summed are Main, every process below
 * it, and Maven: the JVM that this bench itself was started by, which has built the same modules.
 */
@NullMarked
package dev.parvis.bench.memory;

import org.jspecify.annotations.NullMarked;
