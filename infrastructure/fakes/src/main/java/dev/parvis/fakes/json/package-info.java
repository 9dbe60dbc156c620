/**
 * JSON for the fakes: a reader and a writer over jackson-core, values as plain maps, lists, strings, numbers, booleans
 * and null. It is not the kernel's: a fake that shared its codec with the code under test would share its mistakes.
 */
@NullMarked
package dev.parvis.fakes.json;

import org.jspecify.annotations.NullMarked;
