package dev.parvis.networks.feeds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/** Reads JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/. */
final class JsonFeed {
    private JsonFeed() {}

    static XmlFeed.Read read(String text, int most) throws NotAFeed {
        Json feed;
        try {
            feed = Json.parse(text);
        } catch (MalformedJson malformed) {
            throw new NotAFeed("it is not well-formed JSON");
        }
        if (!feed.at("version").textOr("").contains("://jsonfeed.org/version/")
                && !feed.at("version").textOr("").contains("://www.jsonfeed.org/version/")) {
            throw new NotAFeed("it is JSON, but not a feed");
        }
        var items = feed.at("items").items();
        var read = items.stream().limit(most).map(JsonFeed::entry).toList();
        return new XmlFeed.Read(read, items.size() - read.size());
    }

    private static Entry entry(Json item) {
        var draft = new Entry.Draft()
                .id(id(item.at("id")), true)
                .title(escaped(item.at("title").textOr("")))
                .summary(escaped(item.at("summary").textOr("")))
                .published(item.at("date_published").textOr(""))
                .updated(item.at("date_modified").textOr(""))
                .author(author(item));
        for (var url : List.of("url", "external_url")) {
            item.at(url).text().ifPresent(draft::link);
        }
        item.at("content_html")
                .text()
                .or(() -> item.at("content_text").text().map(JsonFeed::escaped))
                .ifPresent(draft::content);
        return draft.finish();
    }

    /** Must be text; some write a number. */
    private static String id(Json id) {
        return id.text()
                .or(() -> id.number().map(BigDecimal::toPlainString))
                .filter(text -> text.length() <= 10_000)
                .orElse("");
    }

    private static String author(Json item) {
        return Optional.of(item.at("authors", 0, "name"))
                .filter(name -> !name.isMissing())
                .orElse(item.at("author", "name"))
                .textOr("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
