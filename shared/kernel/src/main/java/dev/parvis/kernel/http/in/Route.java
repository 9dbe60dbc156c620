package dev.parvis.kernel.http.in;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pattern and what serves it. */
record Route(String method, String pattern, List<String> segments, Router.Handler handler) {

    static Route of(String method, String pattern, Router.Handler handler) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a pattern begins with a slash: " + pattern);
        }
        return new Route(method, pattern, segments(pattern), handler);
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** Sorts literals before names, segment by segment. */
    String rank() {
        var rank = new StringBuilder();
        segments.forEach(segment -> rank.append(isName(segment) ? '1' : '0'));
        return rank.toString();
    }

    boolean clashes(Route other) {
        return method.equals(other.method) && shape().equals(other.shape());
    }

    /** The decoded parameters, when the path fits. A segment that cannot be decoded, or is empty, fits no name. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var params = new LinkedHashMap<String, String>();
        for (var i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (isName(segment)) {
                var value = Percent.decode(path.get(i)).filter(text -> !text.isEmpty());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                params.put(segment.substring(1, segment.length() - 1), value.get());
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(params);
    }

    private List<String> shape() {
        return segments.stream()
                .map(segment -> isName(segment) ? "{}" : segment)
                .toList();
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
