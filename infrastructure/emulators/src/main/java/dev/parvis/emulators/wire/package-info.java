/** What our own endpoints share: JSON, the AWS wire formats' errors, one small HTTP server. Not for use by others. */
@NullMarked
package dev.parvis.emulators.wire;

import org.jspecify.annotations.NullMarked;
