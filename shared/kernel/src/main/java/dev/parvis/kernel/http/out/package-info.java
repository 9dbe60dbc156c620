/**
 * Calls to servers of others: each goes out at most once, to a checked address, under time and size limits, and a
 * failure says whether anything may have left. Built on OkHttp because its DNS hook pins the checked address and its events
 * tell when the first byte went; HTTP/1.1 only, which leaves out refused streams and connection coalescing, two of the ways
 * in which that library would send a request again by itself.
 */
@NullMarked
package dev.parvis.kernel.http.out;

import org.jspecify.annotations.NullMarked;
