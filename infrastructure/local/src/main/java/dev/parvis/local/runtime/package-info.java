/**
 * Runs functions the way Lambda does: from their built zips, each process a JVM of its own that talks through AWS's own
 * runtime interface client to a Runtime API of its own.
 *
 * <p>Why one Runtime API server per process: a killed process leaves a hanging {@code next} call behind, and with a shared
 * server that dead call swallows the next event (measured: 120 s of silence). A server per process dies with it.
 *
 * <p>Why the class path holds only the runtime client: that is the managed runtime's shape. The client loads the function
 * from {@code lib/} under its working directory with a class loader of its own, so a class that is missing in the zip is
 * missing here too.
 *
 * <p>Concurrency: one process per function to begin with. An event that finds it busy waits a second and then gets a further
 * process, up to a small limit; the further ones are ended after a minute without work. In the cloud a burst would start
 * many processes at once; on two cores that only makes all of them slow, while the second process matters to functions
 * that wait on purpose ({@code publish} sits until the exact second).
 *
 * <p>No process outlives this one: an orderly end kills them, and after a {@code kill -9} each sees the end of its standard
 * input ({@link dev.parvis.local.runtime.ParentWatch}). Ctrl-C in a terminal reaches the whole process group, so the
 * functions ignore it and are ended by their host once they have finished.
 */
@NullMarked
package dev.parvis.local.runtime;

import org.jspecify.annotations.NullMarked;
