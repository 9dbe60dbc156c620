package dev.parvis.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks the route for a request: the most specific path first, then a method of its own before {@code ANY}. */
final class Routes {

    /** A route and what its path's variables stand for. */
    record Match(Route route, Map<String, String> parameters) {}

    private static final String DEFAULT = "$default";

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing(Routes::rank)
                        .thenComparing(route -> route.method().equals("ANY")))
                .toList();
    }

    List<Route> all() {
        return routes;
    }

    Optional<Match> match(String method, String rawPath) {
        return routes.stream()
                .filter(route -> route.path().equals(DEFAULT)
                        || route.method().equals("ANY")
                        || route.method().equals(method))
                .flatMap(route -> parameters(route.path(), rawPath).map(found -> new Match(route, found)).stream())
                .findFirst();
    }

    /** Segments without a variable sort before those with one, a greedy variable after both, {@code $default} last. */
    private static String rank(Route route) {
        if (route.path().equals(DEFAULT)) {
            return "9";
        }
        var rank = new StringBuilder();
        for (String segment : route.path().substring(1).split("/", -1)) {
            rank.append(segment.endsWith("+}") ? '3' : segment.startsWith("{") ? '2' : '1');
        }
        return rank.append('0').toString();
    }

    private static Optional<Map<String, String>> parameters(String pattern, String rawPath) {
        var found = new LinkedHashMap<String, String>();
        if (pattern.equals(DEFAULT)) {
            return Optional.of(found);
        }
        String[] wanted = pattern.substring(1).split("/", -1);
        String[] given = rawPath.substring(1).split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= given.length) {
                return Optional.empty();
            }
            if (wanted[i].endsWith("+}")) {
                String rest = String.join("/", List.of(given).subList(i, given.length));
                found.put(wanted[i].substring(1, wanted[i].length() - 2), decoded(rest));
                return rest.isEmpty() ? Optional.empty() : Optional.of(found);
            }
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                found.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return wanted.length == given.length ? Optional.of(found) : Optional.empty();
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
