/**
 * JSON as a small closed tree. Read strictly, written the same way each time, walked without exceptions, because
 * what comes from a caller or a network is hostile until proven.
 */
@NullMarked
package dev.parvis.kernel.json;

import org.jspecify.annotations.NullMarked;
