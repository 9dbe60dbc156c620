package dev.parvis.fakes.http;

import java.util.function.Predicate;

/** Method and path of a fault or of a log query; {@code *} is any, {@code {name}} one segment. */
record RouteMatch(String method, String path) implements Predicate<Request> {
    @Override
    public boolean test(Request request) {
        return (method.equals("*") || method.equals(request.method())) && matchesPath(request.path());
    }

    private boolean matchesPath(String actual) {
        if (path.equals("*")) return true;
        String[] pattern = path.split("/", -1);
        String[] parts = actual.split("/", -1);
        if (pattern.length != parts.length) return false;
        for (int i = 0; i < pattern.length; i++)
            if (!pattern[i].startsWith("{") && !pattern[i].equals(parts[i])) return false;
        return true;
    }
}
