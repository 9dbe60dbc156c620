package dev.parvis.fakes.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a request to the handler of its method and path. A pattern's {@code {name}} stands for one path segment; the
 * first route added wins. HEAD is answered by GET's route. What no route takes goes to the fallback.
 */
public final class Router implements Handler {
    private record Route(String method, List<String> segments, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();
    private Handler fallback = request -> Response.text(404, "Not Found");

    public Router on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, segments(pattern), handler));
        return this;
    }

    public Router otherwise(Handler handler) {
        fallback = handler;
        return this;
    }

    /** The routes of {@code other} after these. */
    public Router and(Router other) {
        routes.addAll(other.routes);
        return this;
    }

    @Override
    public Response handle(Request request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        List<String> path = segments(request.path());
        for (Route route : routes) {
            if (!route.method.equals(method)) continue;
            Optional<Map<String, String>> variables = match(route.segments, path);
            if (variables.isPresent()) return route.handler.handle(request.withVariables(variables.get()));
        }
        return fallback.handle(request);
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) return Optional.empty();
        var variables = new HashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.startsWith("{")) variables.put(part.substring(1, part.length() - 1), path.get(i));
            else if (!part.equals(path.get(i))) return Optional.empty();
        }
        return Optional.of(variables);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
