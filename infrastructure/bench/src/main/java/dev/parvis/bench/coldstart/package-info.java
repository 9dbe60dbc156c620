/**
 * From a process's start to its first answer, for each function of the template and for a handler that does nothing (the
 * floor), through AWS's runtime interface client with the managed runtime's flags and the template's memory as the heap's
 * limit. Samples of all of them are taken in turns, so that a busy second hurts each alike; the emulators are warm.
 *
 * <p>Two packagings are measured. The plain zip is the deployed shape: the client alone is on the class path and loads the
 * function from {@code lib/}. The image has all jars on the class path and an AOT cache trained in the image's own JVM.
 * Such a cache is dangerous: on JDK 25 a JVM runs the old classes out of it after a jar was rebuilt, without a word. So it
 * is named after the hash of all that went into it, and a cache of another build is never found.
 */
@NullMarked
package dev.parvis.bench.coldstart;

import org.jspecify.annotations.NullMarked;
