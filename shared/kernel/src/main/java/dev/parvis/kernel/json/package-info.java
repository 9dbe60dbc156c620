/**
 * JSON as a small closed tree. Read strictly, written the same way each time, walked without exceptions, because
 * what comes from a caller or a network is hostile until proven.
 *
 * <p>Every cold start passes here, so kinds of values are told apart by {@code instanceof}: a switch over types is linked when it
 * first runs, by code that is made at run time, and no AOT cache of JDK 25 keeps it. Elsewhere exhaustive switches stay.
 */
@NullMarked
package dev.parvis.kernel.json;

import org.jspecify.annotations.NullMarked;
