package dev.parvis.fakes.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Name and value pairs of a query or of a URL-encoded form, in order; a name may come more than once. */
public record Params(List<Map.Entry<String, String>> pairs) {
    public static final Params NONE = new Params(List.of());

    public Params {
        pairs = List.copyOf(pairs);
    }

    /** {@code a=1&b=2}, percent-decoded; a pair that is not decodable is kept raw. */
    public static Params parse(String encoded) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(Map.entry(decode(name), decode(value)));
        }
        return new Params(pairs);
    }

    public Optional<String> first(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public String first(String name, String otherwise) {
        return first(name).orElse(otherwise);
    }

    public List<String> all(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
