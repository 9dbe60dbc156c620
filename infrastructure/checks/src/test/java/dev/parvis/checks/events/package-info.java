/**
 * One sample per trigger in {@code events/}, each fed twice to its function: from the built zip, in a JVM of its own, through the
 * real runtime interface client, with the template's environment, against the emulators.
 */
@NullMarked
package dev.parvis.checks.events;

import org.jspecify.annotations.NullMarked;
