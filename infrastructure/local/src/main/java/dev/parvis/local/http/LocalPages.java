package dev.parvis.local.http;

import java.util.Optional;

import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;

/** The suite's own pages, asked before the template's routes. */
@FunctionalInterface
public interface LocalPages {

    /** The answer, or empty when this is no page of ours. */
    Optional<Response> answer(Request request);
}
