/** The suite on one machine: no Docker, no account. */
@NullMarked
package dev.parvis.local;

import org.jspecify.annotations.NullMarked;
