package dev.parvis.local.pages;

import java.util.List;

/** HTML by hand: whatever is not written by {@link #raw} is escaped. */
final class Html {

    private static final int NAME = 24;

    private final StringBuilder out = new StringBuilder();

    /** Markup of our own; never with something from outside in it. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** An element with text in it. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /** A link to a place whose address is escaped. */
    Html link(String address, String text) {
        return raw("<a href=\"").text(address).raw("\">").text(text).raw("</a>");
    }

    /** What only machines read: a name, which is not broken, or an id, a key, a path, which may be broken anywhere. */
    static Html code(String text) {
        return new Html()
                .raw(text.length() <= NAME ? "<code class=\"name\">" : "<code>")
                .text(text)
                .raw("</code>");
    }

    Html add(Html other) {
        out.append(other.out);
        return this;
    }

    /** A table with a caption; a cell is HTML of its own. */
    Html table(String caption, List<String> heads, List<List<Html>> rows) {
        raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(caption)
                .raw("\"><table><thead><tr>");
        heads.forEach(head -> raw("<th scope=\"col\">").text(head).raw("</th>"));
        raw("</tr></thead><tbody>");
        for (List<Html> row : rows) {
            raw("<tr>");
            row.forEach(cell -> raw("<td>").add(cell).raw("</td>"));
            raw("</tr>");
        }
        return raw("</tbody></table></div>");
    }

    static Html of(String text) {
        return new Html().text(text);
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
