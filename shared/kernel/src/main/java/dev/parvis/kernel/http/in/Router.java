package dev.parvis.kernel.http.in;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the handler of a request. Patterns are literal segments and {@code {name}} segments; a literal wins over a
 * name. A path that no pattern matches is 404, a path without this method 405 with {@code Allow}; HEAD is served by
 * GET's handler without the body. Whatever a handler throws becomes a problem here.
 */
public final class Router {
    private final Problems problems;
    private final List<Route> routes = new ArrayList<>();

    public Router(Problems problems) {
        this.problems = problems;
    }

    /** What serves a route. */
    @FunctionalInterface
    public interface Handler {
        Response handle(Request request);
    }

    /** A route as listed: a test compares these with the OpenAPI document. */
    public record Listed(String method, String pattern) {}

    public Router get(String pattern, Handler handler) {
        return route("GET", pattern, handler);
    }

    public Router post(String pattern, Handler handler) {
        return route("POST", pattern, handler);
    }

    public Router put(String pattern, Handler handler) {
        return route("PUT", pattern, handler);
    }

    public Router patch(String pattern, Handler handler) {
        return route("PATCH", pattern, handler);
    }

    public Router delete(String pattern, Handler handler) {
        return route("DELETE", pattern, handler);
    }

    public Router route(String method, String pattern, Handler handler) {
        var route = Route.of(method, pattern, handler);
        if (routes.stream().anyMatch(other -> other.clashes(route))) {
            throw new IllegalArgumentException("two routes for " + method + " " + pattern);
        }
        routes.add(route);
        routes.sort(Comparator.comparing(Route::rank));
        return this;
    }

    public List<Listed> routes() {
        return routes.stream()
                .map(route -> new Listed(route.method(), route.pattern()))
                .toList();
    }

    public Response handle(Request request) {
        try {
            return dispatch(request);
        } catch (RuntimeException e) {
            return problems.answer(request, e);
        }
    }

    private Response dispatch(Request request) {
        var head = request.method().equals("HEAD");
        var method = head ? "GET" : request.method();
        var segments = Route.segments(request.rawPath());
        var allowed = new TreeSet<String>();
        for (var route : routes) {
            var params = route.match(segments);
            if (params.isPresent() && route.method().equals(method)) {
                var response = route.handler().handle(request.withParams(params.get()));
                return head ? response.withoutBody() : response;
            }
            params.ifPresent(_ -> allowed.add(route.method()));
        }
        return refuse(request, allowed);
    }

    private static Response refuse(Request request, Set<String> allowed) {
        if (allowed.isEmpty()) {
            return Problem.of(Problem.Code.NOT_FOUND, "There is nothing at this path.")
                    .response();
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        var methods = String.join(", ", allowed);
        var detail = "This path offers " + methods + ", not " + known(request.method()) + ".";
        return Problem.of(Problem.Code.METHOD_NOT_ALLOWED, detail).response().withHeader("allow", methods);
    }

    private static String known(String method) {
        return method.length() <= 10 && method.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? method : "this method";
    }
}
