package dev.parvis.fakes.feeds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.parvis.fakes.json.Json;

/** A feed as text, newest entry first. */
final class FeedText {
    private final String title;
    private final String self;
    private final String charset;

    FeedText(String title, String self, String charset) {
        this.title = title;
        this.self = self;
        this.charset = charset;
    }

    String write(FeedFormat format, List<Entry> newestFirst) {
        return switch (format) {
            case RSS -> rss(newestFirst);
            case ATOM -> atom(newestFirst);
            case JSON -> json(newestFirst);
        };
    }

    private String rss(List<Entry> entries) {
        var xml = new StringBuilder(declaration())
                .append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>")
                .append(escape(title))
                .append("</title><link>")
                .append(escape(self))
                .append("</link><description/>");
        for (Entry entry : entries)
            xml.append("<item><title>")
                    .append(escape(entry.title()))
                    .append("</title><link>")
                    .append(escape(entry.link()))
                    .append("</link><guid isPermaLink=\"false\">")
                    .append(escape(entry.id()))
                    .append("</guid><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            entry.published().atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><dc:creator>")
                    .append(escape(entry.author()))
                    .append("</dc:creator><content:encoded><![CDATA[")
                    .append(entry.html().replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]></content:encoded></item>");
        return xml.append("</channel></rss>").toString();
    }

    private String atom(List<Entry> entries) {
        Instant updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().published();
        var xml = new StringBuilder(declaration())
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>")
                .append(escape(self))
                .append("</id><title>")
                .append(escape(title))
                .append("</title><updated>")
                .append(updated)
                .append("</updated><link rel=\"self\" href=\"")
                .append(escape(self))
                .append("\"/>");
        for (Entry entry : entries)
            xml.append("<entry><id>")
                    .append(escape(entry.id()))
                    .append("</id><title>")
                    .append(escape(entry.title()))
                    .append("</title><link href=\"")
                    .append(escape(entry.link()))
                    .append("\"/><published>")
                    .append(entry.published())
                    .append("</published><updated>")
                    .append(entry.published())
                    .append("</updated><author><name>")
                    .append(escape(entry.author()))
                    .append("</name></author><content type=\"html\">")
                    .append(escape(entry.html()))
                    .append("</content></entry>");
        return xml.append("</feed>").toString();
    }

    private String json(List<Entry> entries) {
        return Json.text(Json.object(
                "version",
                "https://jsonfeed.org/version/1.1",
                "title",
                title,
                "feed_url",
                self,
                "items",
                entries.stream()
                        .map(entry -> Json.object(
                                "id", entry.id(),
                                "url", entry.link(),
                                "title", entry.title(),
                                "content_html", entry.html(),
                                "date_published", entry.published(),
                                "authors", List.of(Json.object("name", entry.author()))))
                        .toList()));
    }

    private String declaration() {
        return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
