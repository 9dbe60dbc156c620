/**
 * HTTP as API Gateway hands it to a function: a request, a route, a response, and one closed list of problems.
 */
@NullMarked
package dev.parvis.kernel.http.in;

import org.jspecify.annotations.NullMarked;
