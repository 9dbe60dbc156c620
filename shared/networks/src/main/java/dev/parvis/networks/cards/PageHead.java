package dev.parvis.networks.cards;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.parvis.networks.http.HtmlEntities;

/**
 * What a page's head says in {@code title}, {@code meta}, {@code link} and {@code base}: of each name the first that says
 * something. Ends where the body begins.
 */
final class PageHead {
    /** Between these and their ends nothing is a tag. */
    private static final Set<String> RAW = Set.of("script", "style", "noscript", "template", "textarea", "svg");

    private static final int MOST_ATTRIBUTES = 30;
    private static final int LONGEST_VALUE = 8_000;
    private static final int MOST_NAMES = 300;

    private final String html;
    private final Map<String, String> said = new HashMap<>();
    private int at;

    private PageHead(String html) {
        this.html = html;
    }

    static PageHead of(String html) {
        var head = new PageHead(html);
        head.read();
        return head;
    }

    /** The first of these names that is said: {@code title}, {@code base}, {@code link:REL}, or a meta tag's own name. */
    Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(said.get(name)).stream())
                .findFirst();
    }

    private void read() {
        while ((at = html.indexOf('<', at)) >= 0 && at + 1 < html.length()) {
            if (html.startsWith("<!--", at)) {
                at = after("-->", at + 4);
            } else if (Character.isLetter(html.charAt(at + 1))) {
                if (!tag()) {
                    return;
                }
            } else {
                at++;
            }
        }
    }

    private int after(String end, int from) {
        var found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    /** Whether the head goes on. */
    private boolean tag() {
        at++;
        var name = name();
        var attributes = attributes();
        switch (name) {
            case "body" -> {
                return false;
            }
            case "title" -> keep("title", raw(name));
            case "base" -> keep("base", attributes.getOrDefault("href", ""));
            case "meta" -> meta(attributes);
            case "link" -> link(attributes);
            default -> {
                if (RAW.contains(name)) {
                    raw(name);
                }
            }
        }
        return true;
    }

    private void meta(Map<String, String> attributes) {
        var name = attributes.getOrDefault("property", attributes.getOrDefault("name", ""));
        keep(name.strip().toLowerCase(Locale.ROOT), attributes.getOrDefault("content", ""));
    }

    private void link(Map<String, String> attributes) {
        for (var rel :
                attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT).split("\\s+", 5)) {
            keep("link:" + rel, attributes.getOrDefault("href", ""));
        }
    }

    private void keep(String name, String value) {
        if (!name.isEmpty() && name.length() <= 100 && !value.isBlank() && said.size() < MOST_NAMES) {
            said.putIfAbsent(name, HtmlEntities.resolved(value).strip());
        }
    }

    /** What stands up to the tag's end, without the end. */
    private String raw(String name) {
        var from = at;
        var closing = "</" + name;
        for (var i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i, closing, 0, closing.length())) {
                at = i;
                return shortened(from, i);
            }
        }
        at = html.length();
        return shortened(from, at);
    }

    private String shortened(int from, int to) {
        return html.substring(from, Math.min(to, from + LONGEST_VALUE));
    }

    private String name() {
        var from = at;
        while (at < html.length() && !isSpace() && html.charAt(at) != '>' && html.charAt(at) != '/') {
            at++;
        }
        return at - from > 20 ? "" : html.substring(from, at).toLowerCase(Locale.ROOT);
    }

    /** Up to and with the tag's end. */
    private Map<String, String> attributes() {
        var attributes = new HashMap<String, String>();
        while (at < html.length() && html.charAt(at) != '>') {
            if (isSpace() || html.charAt(at) == '/') {
                at++;
            } else {
                var name = attributeName();
                var value = attributeValue();
                if (attributes.size() < MOST_ATTRIBUTES) {
                    attributes.putIfAbsent(name, value);
                }
            }
        }
        at = Math.min(at + 1, html.length());
        return attributes;
    }

    /** One character at least: nothing stands still. */
    private String attributeName() {
        var from = at++;
        while (at < html.length() && !isSpace() && "=>/".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        return shortened(from, at).toLowerCase(Locale.ROOT);
    }

    private String attributeValue() {
        skipSpace();
        if (at >= html.length() || html.charAt(at) != '=') {
            return "";
        }
        at++;
        skipSpace();
        if (at < html.length() && (html.charAt(at) == '"' || html.charAt(at) == '\'')) {
            var from = at + 1;
            var end = html.indexOf(html.charAt(at), from);
            at = end < 0 ? html.length() : end + 1;
            return shortened(from, end < 0 ? html.length() : end);
        }
        var from = at;
        while (at < html.length() && !isSpace() && html.charAt(at) != '>') {
            at++;
        }
        return shortened(from, at);
    }

    private void skipSpace() {
        while (at < html.length() && isSpace()) {
            at++;
        }
    }

    private boolean isSpace() {
        return html.charAt(at) <= ' ';
    }
}
