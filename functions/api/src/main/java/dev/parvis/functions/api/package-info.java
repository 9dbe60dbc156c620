/**
 * The HTTP API. A request is verified by the gateway's JWT authorizer; here its subject must be a member of the
 * workspace in the path, and its role must allow what it asks. What is not a member's looks like what is not there.
 * Each feature is a package with its routes and its JSON; {@code calls} holds what every route needs.
 */
@NullMarked
package dev.parvis.functions.api;

import org.jspecify.annotations.NullMarked;
