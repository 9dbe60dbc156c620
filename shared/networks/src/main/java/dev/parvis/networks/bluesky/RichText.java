package dev.parvis.networks.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.kernel.text.Utf8;

/**
 * Finds what must be marked in a text, word by word: links with their scheme, mentions, hashtags. Words are separated by
 * white space, so one pass is enough and no text makes it slow.
 */
final class RichText {
    static final int MOST_TAG_GRAPHEMES = 64;
    static final int MOST_TAG_BYTES = 640;
    private static final Pattern HANDLE = Pattern.compile(
            "([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final String OPENERS = "([{\"'«“‘„<¿¡";
    private static final String LINK_END = ".,;:!?'\"»”’…>]}*";
    private static final String TAG_BREAKS = "\u00AD\u2060\u200A\u200B\u200C\u200D\u20E2";

    private RichText() {}

    /** A marked stretch of the text, in UTF-16 units, end exclusive. */
    sealed interface Mark {
        int start();

        int end();

        record Link(int start, int end, String url) implements Mark {}

        record Mention(int start, int end, String handle) implements Mark {}

        record Tag(int start, int end, String tag) implements Mark {}
    }

    static List<Mark> marks(String text) {
        var marks = new ArrayList<Mark>();
        var at = 0;
        while (at < text.length()) {
            var end = at;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                mark(text, at, end).ifPresent(marks::add);
            }
            at = end + 1;
        }
        return marks;
    }

    /**
     * The facets of a text (app.bsky.richtext.facet), offsets in UTF-8 bytes.
     *
     * @param did resolves a handle; a mention that it does not know stays plain text
     */
    static List<Json> facets(String text, Function<String, Optional<String>> did) {
        var facets = new ArrayList<Json>();
        for (var mark : marks(text)) {
            feature(mark, did).ifPresent(feature -> {
                var start = Utf8.length(text.substring(0, mark.start()));
                var end = start + Utf8.length(text.substring(mark.start(), mark.end()));
                facets.add(
                        Json.obj("index", Json.obj("byteStart", start, "byteEnd", end), "features", Json.arr(feature)));
            });
        }
        return facets;
    }

    private static Optional<Json> feature(Mark mark, Function<String, Optional<String>> did) {
        return switch (mark) {
            case Mark.Link(var _, var _, var url) ->
                Optional.of(Json.obj("$type", "app.bsky.richtext.facet#link", "uri", url));
            case Mark.Mention(var _, var _, var handle) ->
                did.apply(handle).map(known -> Json.obj("$type", "app.bsky.richtext.facet#mention", "did", known));
            case Mark.Tag(var _, var _, var tag) ->
                Optional.of(Json.obj("$type", "app.bsky.richtext.facet#tag", "tag", tag));
        };
    }

    private static Optional<Mark> mark(String text, int from, int to) {
        var link = linkStart(text, from, to);
        if (link >= 0) {
            return link(text, link, to);
        }
        var start = from;
        while (start < to && OPENERS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (start == to) {
            return Optional.empty();
        }
        return switch (text.charAt(start)) {
            case '@' -> mention(text, start, to);
            case '#', '＃' -> tag(text, start, to);
            default -> Optional.empty();
        };
    }

    private static int linkStart(String text, int from, int to) {
        var word = text.substring(from, to).toLowerCase(Locale.ROOT);
        if (word.length() != to - from) {
            return -1; // a letter whose lower case is longer: no URL that a browser would know
        }
        for (var scheme = word.indexOf("http"); scheme >= 0; scheme = word.indexOf("http", scheme + 1)) {
            var alone = scheme == 0 || !Character.isLetterOrDigit(word.charAt(scheme - 1));
            if (alone && (word.startsWith("http://", scheme) || word.startsWith("https://", scheme))) {
                return from + scheme;
            }
        }
        return -1;
    }

    private static Optional<Mark> link(String text, int start, int to) {
        var end = to;
        while (end > start && endsOutside(text, start, end)) {
            end--;
        }
        var url = text.substring(start, end);
        var host = url.substring(url.indexOf("://") + 3);
        return host.isEmpty() || !Character.isLetterOrDigit(host.codePointAt(0))
                ? Optional.empty()
                : Optional.of(new Mark.Link(start, end, url));
    }

    /** Punctuation at the end is the sentence's; a closing bracket is the link's when the link opened it. */
    private static boolean endsOutside(String text, int start, int end) {
        var last = text.charAt(end - 1);
        if (last == ')') {
            var link = text.substring(start, end);
            return link.chars().filter(c -> c == '(').count()
                    < link.chars().filter(c -> c == ')').count();
        }
        return LINK_END.indexOf(last) >= 0;
    }

    private static Optional<Mark> mention(String text, int start, int to) {
        var end = start + 1;
        while (end < to && (isAsciiWord(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == '-')) {
            end++;
        }
        while (end > start + 1 && !isAsciiWord(text.charAt(end - 1))) {
            end--;
        }
        var handle = text.substring(start + 1, end);
        var mail = end < to && text.charAt(end) == '@';
        return !mail && handle.length() <= 253 && HANDLE.matcher(handle).matches()
                ? Optional.of(new Mark.Mention(start, end, handle))
                : Optional.empty();
    }

    private static Optional<Mark> tag(String text, int start, int to) {
        var end = start + 1;
        while (end < to && TAG_BREAKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start + 1 && isPunctuation(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        var tag = text.substring(start + 1, end);
        var digitsOnly = tag.codePoints().allMatch(c -> Character.isDigit(c) || isPunctuation(c));
        return tag.isEmpty()
                        || digitsOnly
                        || tag.charAt(0) == '\uFE0F'
                        || Graphemes.count(tag) > MOST_TAG_GRAPHEMES
                        || Utf8.length(tag) > MOST_TAG_BYTES
                ? Optional.empty()
                : Optional.of(new Mark.Tag(start, end, tag));
    }

    private static boolean isAsciiWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
