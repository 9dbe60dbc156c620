/**
 * An HTTP/1.1 server at the level of the socket, for servers that must fail exactly where a test says.
 *
 * <p>{@link dev.parvis.fakes.http.FakeServer} listens on loopback, serves each connection on a virtual thread, keeps a
 * log of what arrived (raw header lines, raw bodies, wall-clock times) and asks a {@link dev.parvis.fakes.http.Faults}
 * switchboard what to break before it reads a body, before it takes effect, after it took effect and while it answers.
 * A cut is a TCP reset ({@code SO_LINGER 0}), which the JDK's own HTTP server cannot send. A
 * {@link dev.parvis.fakes.http.Hold} stops a request at one of these points until it is released, so that a test can
 * kill a process at an exact step without sleeping.
 *
 * <p>Tests in other processes steer the same switchboard over HTTP, under paths that begin with {@code /__} (see
 * {@link dev.parvis.fakes.http.ControlRoutes}); these are neither logged nor broken. Not done: TLS, HTTP/2, pipelining,
 * trailers.
 */
@NullMarked
package dev.parvis.fakes.http;

import org.jspecify.annotations.NullMarked;
