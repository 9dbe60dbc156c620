package dev.parvis.networks.mastodon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/** The last ids that were read, oldest first. Ids grow by length, then as text; they are no numbers everywhere. */
record Window(List<String> ids) {
    static final int KEPT = 20;
    static final Window EMPTY = new Window(List.of());

    private static final Comparator<String> AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    Window {
        ids = List.copyOf(ids);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Optional<String> oldest() {
        return ids.stream().findFirst();
    }

    /** Those of a page, in whatever order it came, that were not read and are not older than what was; oldest first. */
    List<Json> news(List<Json> page) {
        return page.stream()
                .filter(one -> isNews(id(one)))
                .sorted(Comparator.comparing(Window::id, AGE))
                .toList();
    }

    static Optional<String> oldestOf(List<Json> page) {
        return page.stream().map(Window::id).filter(id -> !id.isEmpty()).min(AGE);
    }

    private boolean isNews(String id) {
        return !id.isEmpty()
                && id.length() <= 200
                && !ids.contains(id)
                && oldest().map(oldest -> AGE.compare(id, oldest) > 0).orElse(true);
    }

    Window with(List<Json> read) {
        var all = new ArrayList<>(ids);
        read.forEach(one -> all.add(id(one)));
        all.sort(AGE);
        return new Window(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    private static String id(Json notification) {
        return notification.at("id").textOr("");
    }

    String write() {
        return Json.obj("ids", ids).toString();
    }

    /** Empty when it is none of ours: listening then starts anew. */
    static Optional<Window> read(String text) {
        try {
            var ids = Json.parse(text).at("ids").items().stream()
                    .flatMap(id -> id.text().stream())
                    .sorted(AGE)
                    .toList();
            return ids.isEmpty() ? Optional.empty() : Optional.of(new Window(ids));
        } catch (MalformedJson none) {
            return Optional.empty();
        }
    }
}
