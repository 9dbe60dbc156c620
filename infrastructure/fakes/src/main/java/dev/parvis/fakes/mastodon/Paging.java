package dev.parvis.fakes.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;

/**
 * Pages by id: {@code max_id} older than, {@code since_id} the newest above, {@code min_id} the page right above; always
 * newest first, with {@code Link} headers where the server sends them. https://docs.joinmastodon.org/api/guidelines/#pagination
 */
final class Paging<T> {
    private final Function<T, String> id;
    private final int usual;
    private final int most;
    private final boolean linked;

    Paging(Function<T, String> id, int usual, int most, boolean linked) {
        this.id = id;
        this.usual = usual;
        this.most = most;
        this.linked = linked;
    }

    Response page(Request request, String base, List<T> newestFirst, Function<T, ?> view) {
        int limit = Math.min(most, number(request.query("limit").orElse(String.valueOf(usual))));
        List<T> page = select(request, newestFirst, limit);
        Response answer = Response.json(200, page.stream().map(view).toList());
        if (page.isEmpty() || !linked) return answer;
        var links = new ArrayList<String>();
        if (page.size() == limit) links.add(link(request, base, "max_id", id.apply(page.getLast()), "next"));
        links.add(link(request, base, "min_id", id.apply(page.getFirst()), "prev"));
        return answer.with("Link", String.join(", ", links));
    }

    private List<T> select(Request request, List<T> newestFirst, int limit) {
        String min = request.query("min_id").orElse("");
        String max = request.query("max_id").orElse("");
        String since = request.query("since_id").orElse("");
        List<T> range = newestFirst.stream()
                .filter(one -> max.isEmpty() || Ids.ORDER.compare(id.apply(one), max) < 0)
                .filter(one -> since.isEmpty() || Ids.ORDER.compare(id.apply(one), since) > 0)
                .filter(one -> min.isEmpty() || Ids.ORDER.compare(id.apply(one), min) > 0)
                .toList();
        return min.isEmpty()
                ? range.stream().limit(limit).toList()
                : range.subList(Math.max(0, range.size() - limit), range.size());
    }

    private static String link(Request request, String base, String name, String value, String rel) {
        List<Map.Entry<String, String>> kept = request.query().pairs().stream()
                .filter(pair -> !List.of("max_id", "min_id", "since_id").contains(pair.getKey()))
                .toList();
        String query = kept.stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue() + "&")
                .collect(Collectors.joining());
        return "<" + base + request.path() + "?" + query + name + "=" + value + ">; rel=\"" + rel + "\"";
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) throw new MastodonError(400, "Invalid limit " + Json.text(text));
        return Math.max(1, Integer.parseInt(text));
    }
}
