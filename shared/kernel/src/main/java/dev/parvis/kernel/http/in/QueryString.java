package dev.parvis.kernel.http.in;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code a=1&b=2&a=3} as HTML forms write it: plus is a space, the rest is percent-encoded UTF-8. */
final class QueryString {
    private QueryString() {}

    static Map<String, List<String>> parse(String raw) {
        var values = new LinkedHashMap<String, List<String>>();
        if (raw.isEmpty()) {
            return values;
        }
        for (var pair : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        values.replaceAll((_, list) -> List.copyOf(list));
        return values;
    }

    private static String decode(String part) {
        return Percent.decode(part.replace('+', ' '))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        Problem.Code.INVALID_REQUEST, "The query string is not valid percent-encoded UTF-8.")));
    }
}
