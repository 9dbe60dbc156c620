package dev.parvis.fakes.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How the server counts a text, what it finds in it, and the HTML it makes of it. */
final class StatusText {
    /** Characters that any URL counts for. */
    static final int URL_LENGTH = 23;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern URL = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}@$#_/])https?://(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?::\\d+)?(?:[/?#][^\\s<>\"]*)?");
    private static final Pattern MENTION =
            Pattern.compile("(?i)(?<![=/\\w])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?:@[\\w.-]+\\w)?");
    private static final Pattern HASHTAG =
            Pattern.compile("(?<![=/)\\p{L}\\p{N}_&])#([\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*)");

    private StatusText() {}

    /** https://github.com/mastodon/mastodon/blob/main/app/validators/status_length_validator.rb */
    static int length(String spoiler, String text) {
        String urls = replace(text, urls(text), _ -> "x".repeat(URL_LENGTH));
        String countable = MENTION.matcher(urls).replaceAll("@$1");
        return (int) GRAPHEME.matcher(spoiler + countable).results().count();
    }

    /** User names after {@code @}, the domain left off. */
    static List<String> mentions(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    static List<String> hashtags(String text) {
        return HASHTAG.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    static String html(String text, String base) {
        String escaped = escape(text);
        String linked = replace(
                escaped,
                urls(escaped),
                url -> "<a href=\"" + url
                        + "\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">"
                        + url.substring(0, url.indexOf("//") + 2) + "</span><span class=\"\">"
                        + url.substring(url.indexOf("//") + 2) + "</span><span class=\"invisible\"></span></a>");
        String tagged = HASHTAG.matcher(linked)
                .replaceAll(
                        "<a href=\"" + base + "/tags/$1\" class=\"mention hashtag\" rel=\"tag\">#<span>$1</span></a>");
        String named = MENTION.matcher(tagged)
                .replaceAll("<span class=\"h-card\" translate=\"no\"><a href=\"" + base
                        + "/@$1\" class=\"u-url mention\">@<span>$1</span></a></span>");
        return "<p>" + named.replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
    }

    private record Span(int from, int to) {}

    private static List<Span> urls(String text) {
        var spans = new ArrayList<Span>();
        for (MatchResult found : URL.matcher(text).results().toList()) {
            int end = found.end();
            while (end > found.start()
                    && ".,:;!?'\"*)]}".indexOf(text.charAt(end - 1)) >= 0
                    && !closes(text, found.start(), end)) end--;
            spans.add(new Span(found.start(), end));
        }
        return spans;
    }

    /** A closing parenthesis belongs to the URL when it opened there. */
    private static boolean closes(String text, int from, int end) {
        String url = text.substring(from, end);
        return url.endsWith(")")
                && url.chars().filter(c -> c == '(').count()
                        >= url.chars().filter(c -> c == ')').count();
    }

    private static String replace(String text, List<Span> spans, java.util.function.UnaryOperator<String> with) {
        var out = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            out.append(text, at, span.from).append(with.apply(text.substring(span.from, span.to)));
            at = span.to;
        }
        return out.append(text.substring(at)).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
