package dev.parvis.local.pages;

import java.util.Map;
import java.util.TreeMap;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/** An event's detail as pairs of a name and a value: what says something to people, and the ids behind a click. */
final class Details {
    private static final int ID = 16;

    private Details() {}

    static Html of(Page page, String detail) {
        try {
            return pairs(page, Json.parse(detail).fields(), detail);
        } catch (MalformedJson e) {
            return Html.code(detail);
        }
    }

    private static Html pairs(Page page, Map<String, Json> fields, String detail) {
        if (fields.isEmpty()) {
            return Html.code(detail);
        }
        var words = new TreeMap<String, String>();
        var ids = new TreeMap<String, String>();
        fields.forEach((name, value) -> {
            String text = value.text().orElseGet(value::toString);
            (isId(text) ? ids : words).put(name, text);
        });
        var html = new Html();
        words.forEach((name, value) -> pair(html, name, Html.of(value)));
        if (!ids.isEmpty()) {
            html.raw("<details><summary>").text(page.word(Word.IDS)).raw("</summary>");
            ids.forEach((name, value) -> pair(html, name, Html.code(value)));
            html.raw("</details>");
        }
        return html;
    }

    private static void pair(Html html, String name, Html value) {
        html.raw("<span class=\"pair\"><b>").text(name).raw("</b> ").add(value).raw("</span> ");
    }

    /** Long, and without a space or a slash. */
    private static boolean isId(String text) {
        return text.length() >= ID && text.chars().noneMatch(c -> c == ' ' || c == '/');
    }
}
