/**
 * What must not be seen, and proofs that something was made by us.
 */
@NullMarked
package dev.parvis.kernel.secret;

import org.jspecify.annotations.NullMarked;
