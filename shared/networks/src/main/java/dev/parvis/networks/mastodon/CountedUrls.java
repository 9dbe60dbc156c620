package dev.parvis.networks.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the URLs that Mastodon counts for 23 characters: twitter-text's {@code valid_url} with Mastodon's own path and query
 * characters (its config/initializers/twitter_regex.rb), written as one pass over the text. A domain must end in letters, so
 * an IP address and {@code localhost} count in full. The list of real top-level domains is not consulted: a made-up one counts
 * for 23 here and in full there, and the server then refuses the post before anything goes out.
 */
final class CountedUrls {
    private static final Pattern START = Pattern.compile("(?i)(?<![A-Za-z0-9@＠$#＃\u202A-\u202E])https?://");
    private static final Pattern LAST_LABEL = Pattern.compile("\\p{L}{2,63}|xn--[a-z0-9-]{2,59}");
    private static final String NO_PATH_END = "()?!*\"'「」<>;:=,.$%[]~&|@";
    private static final String QUERY = "!?*'();:&=+$/%#[]-_.,~|@^";
    private static final String QUERY_END = "_&=#/-";

    private CountedUrls() {}

    /** A stretch of the text in UTF-16 units, end exclusive. */
    record Span(int start, int end) {}

    static List<Span> in(String text) {
        var spans = new ArrayList<Span>();
        var start = START.matcher(text);
        var from = 0;
        while (start.find(from)) {
            var end = end(text, start.end());
            if (end > start.end()) {
                spans.add(new Span(start.start(), end));
            }
            from = Math.max(end, start.end());
        }
        return spans;
    }

    /** Where the URL ends whose domain begins at {@code from}; {@code from} itself when there is no domain. */
    private static int end(String text, int from) {
        var end = domainEnd(text, from);
        if (end == from) {
            return from;
        }
        end = portEnd(text, end);
        if (end < text.length() && text.charAt(end) == '/') {
            end = pathEnd(text, end);
        }
        return end < text.length() && text.charAt(end) == '?' ? queryEnd(text, end) : end;
    }

    private static int domainEnd(String text, int from) {
        var end = from;
        while (end < text.length() && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        var domain = text.substring(from, end).toLowerCase(Locale.ROOT);
        var dot = domain.lastIndexOf('.');
        return dot > 0 && LAST_LABEL.matcher(domain.substring(dot + 1)).matches() ? end : from;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static int portEnd(String text, int from) {
        var end = from + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return from < text.length() && text.charAt(from) == ':' && end > from + 1 ? end : from;
    }

    /** The longest run of path characters and closed brackets that ends in a slash, a bracket or a character that may end. */
    private static int pathEnd(String text, int slash) {
        var end = slash + 1;
        var at = end;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '(') {
                var closed = closed(text, at, 2);
                if (closed < 0) {
                    break;
                }
                at = closed;
                end = closed;
            } else if (isPath(c)) {
                at++;
                end = c == '/' || NO_PATH_END.indexOf(c) < 0 ? at : end;
            } else {
                break;
            }
        }
        return end;
    }

    /** Behind the bracket that closes the one at {@code open}, with something inside; at most {@code depth} deep; or -1. */
    private static int closed(String text, int open, int depth) {
        if (depth == 0) {
            return -1;
        }
        var at = open + 1;
        while (at < text.length() && text.charAt(at) != ')') {
            if (text.charAt(at) == '(') {
                at = closed(text, at, depth - 1);
                if (at < 0) {
                    return -1;
                }
            } else if (isPath(text.charAt(at))) {
                at++;
            } else {
                return -1;
            }
        }
        return at < text.length() && at > open + 1 ? at + 1 : -1;
    }

    private static boolean isPath(char c) {
        return "<>()?".indexOf(c) < 0 && !isSpace(c);
    }

    private static int queryEnd(String text, int question) {
        var end = question;
        for (var at = question + 1; at < text.length() && isQuery(text.charAt(at)); at++) {
            var c = text.charAt(at);
            end = isAsciiWord(c) || c >= 0xA0 || QUERY_END.indexOf(c) >= 0 ? at + 1 : end;
        }
        return end;
    }

    private static boolean isQuery(char c) {
        return isAsciiWord(c) || QUERY.indexOf(c) >= 0 || (c >= 0xA0 && !isSpace(c));
    }

    private static boolean isAsciiWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
