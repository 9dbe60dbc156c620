package dev.parvis.functions.api.calls;

import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;

/** What a route does for a member who may do it. */
@FunctionalInterface
public interface Action {
    Response run(Request request, Caller caller);
}
