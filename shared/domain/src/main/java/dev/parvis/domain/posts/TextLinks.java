package dev.parvis.domain.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * The links that stand in a text somebody typed, each with its scheme ({@code https://}). A link goes on until white space,
 * a no-break space included; marks of punctuation at its end are the sentence's, and so is a closing bracket that the link
 * has not opened: as the networks find them. What holds a character that no address holds, a bracket that is never closed,
 * or a second address in its path, is no link here: every network would guess otherwise. Nor is what stands in, or touches,
 * somebody's mention.
 */
final class TextLinks {
    /** Marks that end a sentence rather than an address. */
    private static final String AFTER = ".,;:!?'\"»”’…>]}*";
    /** Before a scheme they make it the rest of something else. */
    private static final String JOINS = "/=&?@＠#＃$%_\u202A\u202B\u202C\u202D\u202E";

    private static final String IN_NO_ADDRESS = "<>\"{}|\\^`";

    private TextLinks() {}

    /** A stretch of the text, in UTF-16 units, end exclusive. */
    record Found(int start, int end) {
        String in(String text) {
            return text.substring(start, end);
        }
    }

    static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        if (!text.contains("://")) {
            return found;
        }
        var mentions = Mentions.in(text);
        for (var at = 0; at < text.length(); ) {
            if (scheme(text, at) == at || isJoined(text, at)) {
                at++;
                continue;
            }
            var to = wordEnd(text, at);
            var end = end(text, at, to);
            if (isAddress(text.substring(at, end)) && !touches(mentions, at, to)) {
                found.add(new Found(at, end));
            }
            at = to;
        }
        return found;
    }

    /** Behind {@code http://} or {@code https://} in whatever letters; {@code at} itself where neither stands there. */
    static int scheme(String text, int at) {
        var end = at;
        for (var wanted : new char[] {'h', 't', 't', 'p'}) {
            if (end == text.length() || (text.charAt(end) | 0x20) != wanted) {
                return at;
            }
            end++;
        }
        if (end < text.length() && (text.charAt(end) == 's' || text.charAt(end) == 'S')) {
            end++;
        }
        return text.startsWith("://", end) ? end + 3 : at;
    }

    private static boolean isJoined(String text, int at) {
        return at > 0
                && (Character.isLetterOrDigit(text.codePointBefore(at)) || JOINS.indexOf(text.charAt(at - 1)) >= 0);
    }

    private static int wordEnd(String text, int from) {
        var end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && !Character.isSpaceChar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int end(String text, int start, int to) {
        var open = open(text, start, to);
        var end = to;
        while (end > start) {
            var last = text.charAt(end - 1);
            if (AFTER.indexOf(last) < 0 && !(last == ')' && open < 0)) {
                break;
            }
            open += last == ')' ? 1 : 0;
            end--;
        }
        return end;
    }

    /** How many brackets are opened and not closed; less than none where more are closed. */
    private static int open(String text, int start, int end) {
        var open = 0;
        for (var at = start; at < end; at++) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
        }
        return open;
    }

    private static boolean isAddress(String link) {
        var query = link.indexOf('?');
        var path = query < 0 ? link : link.substring(0, query);
        return path.indexOf("://", scheme(link, 0)) < 0
                && open(link, 0, link.length()) == 0
                && link.codePoints().allMatch(TextLinks::isOfAddress);
    }

    /** Letters, digits and signs of all scripts stand in addresses as browsers show them; foreign punctuation does not. */
    private static boolean isOfAddress(int c) {
        if (c < 0x80) {
            return c > ' ' && c != 0x7F && IN_NO_ADDRESS.indexOf(c) < 0;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    private static boolean touches(List<MatchResult> mentions, int start, int end) {
        return mentions.stream().anyMatch(mention -> mention.start() <= end && mention.end() >= start);
    }
}
