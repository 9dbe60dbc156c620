package dev.parvis.networks.http;

import java.util.Locale;

/**
 * HTML as a person reads it: tags left out, {@code br} a line, a new block a blank line, entities resolved, scripts and styles
 * dropped with what is in them. One pass; broken HTML gives some text and never a failure.
 */
public final class HtmlText {
    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    public static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length()) {
            var c = html.charAt(at);
            if (c == '<' && startsTag()) {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString().strip();
    }

    private boolean startsTag() {
        if (at + 1 >= html.length()) {
            return false;
        }
        var next = html.charAt(at + 1);
        return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
    }

    private void tag() {
        var from = at + 1;
        var end = tagEnd(from);
        var inside = html.substring(from, end);
        at = Math.min(end + 1, html.length());
        var closing = inside.startsWith("/");
        var name = name(closing ? inside.substring(1) : inside);
        switch (name) {
            case "br" -> text.append('\n');
            case "p", "div", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6" -> block(2);
            case "li", "tr" -> block(1);
            case "script", "style" -> {
                if (!closing) {
                    skipTo("</" + name);
                }
            }
            default -> {}
        }
    }

    /** A {@code >} inside a quoted attribute does not end a tag. */
    private int tagEnd(int from) {
        var quote = '\0';
        for (var i = from; i < html.length(); i++) {
            var c = html.charAt(i);
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return html.length();
    }

    private static String name(String tag) {
        var end = 0;
        while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private void block(int lines) {
        if (text.isEmpty()) {
            return;
        }
        var there = 0;
        for (var i = text.length() - 1; i >= 0 && there < lines && text.charAt(i) == '\n'; i--) {
            there++;
        }
        text.repeat("\n", Math.max(0, lines - there));
    }

    private void skipTo(String closing) {
        for (var i = at; i <= html.length() - closing.length(); i++) {
            if (html.regionMatches(true, i, closing, 0, closing.length())) {
                at = i;
                return;
            }
        }
        at = html.length();
    }

    private void entity() {
        var most = Math.min(html.length(), at + HtmlEntities.LONGEST + 2);
        var end = html.indexOf(';', at, most);
        if (end > at + 1) {
            var resolved = HtmlEntities.resolve(html.substring(at + 1, end));
            if (!resolved.isEmpty()) {
                text.append(resolved);
                at = end + 1;
                return;
            }
        }
        text.append('&');
        at++;
    }
}
