/**
 * How late posts are that fall due at the same second: the sandbox network answers in 200 ms, one warm instance of {@code
 * publish} takes them all. Table and network are in memory, on the same processors: on disk both wait for the disk, which
 * nothing out there does. Lateness is read off the network's own log, from the instant that was promised to the head of the
 * request that publishes.
 */
@NullMarked
package dev.parvis.bench.punctuality;

import org.jspecify.annotations.NullMarked;
