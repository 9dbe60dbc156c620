package dev.parvis.domain.wording;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What a text says, in 32 bytes: for each of sixteen orders of all words, which of its words comes first. Of two texts, the
 * share of orders in which they agree tells which share of their words they have in common (MinHash, Broder 1997). The
 * same text has the same gist for ever: gists are kept.
 */
public record Gist(String text) {
    /** Of nothing: like no other, not even itself. */
    public static final Gist NONE = new Gist("");

    private static final int ORDERS = 16;
    /** About four words of five are the same. */
    static final int ALIKE = 13;

    static final int LANES = ORDERS / 4;

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_STEP = 0x100000001b3L;
    private static final String BLANKS = " \t\n\r\f\u00a0\u2028\u2029";
    private static final String BETWEEN = ".,;:!?…\"'’«»“”()[]{}<>|*-–—/";

    /** @param texts all that is said, in whatever order */
    public static Gist of(List<String> texts) {
        var words = new HashSet<String>();
        texts.forEach(text -> addWords(text, words));
        if (words.isEmpty()) {
            return NONE;
        }
        var bytes = new byte[2 * ORDERS];
        for (var order = 0; order < ORDERS; order++) {
            var first = first(words, order);
            bytes[2 * order] = (byte) (first >>> 8);
            bytes[2 * order + 1] = (byte) first;
        }
        return new Gist(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** An address is one word: two that lead to one site do not say the same. */
    private static void addWords(String text, Set<String> words) {
        var all = new StringTokenizer(Folded.of(text), BLANKS);
        while (all.hasMoreTokens()) {
            var word = all.nextToken();
            if (word.contains("://")) {
                words.add(word);
            } else {
                var parts = new StringTokenizer(word, BETWEEN);
                while (parts.hasMoreTokens()) {
                    words.add(parts.nextToken());
                }
            }
        }
    }

    /** The word that comes first in this order, in sixteen bits. */
    private static int first(Set<String> words, int order) {
        var least = Long.MAX_VALUE;
        for (var word : words) {
            least = Math.min(least, mixed(hash(word) + order * 0x9e3779b97f4a7c15L));
        }
        return (int) (least & 0xffff);
    }

    private static long hash(String word) {
        var hash = FNV_START;
        for (var at = 0; at < word.length(); at++) {
            hash = (hash ^ word.charAt(at)) * FNV_STEP;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long from) {
        var mixed = (from ^ (from >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The words that come first, four orders of sixteen bits to a number; none of nothing. */
    long[] lanes() {
        if (text.isEmpty()) {
            return new long[0];
        }
        var lanes = new long[LANES];
        ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)).asLongBuffer().get(lanes);
        return lanes;
    }

    /** Whether the two say nearly the same. */
    public boolean isLike(Gist other) {
        if (text.isEmpty() || text.length() != other.text.length()) {
            return false;
        }
        var ours = Base64.getUrlDecoder().decode(text);
        var theirs = Base64.getUrlDecoder().decode(other.text);
        var same = 0;
        for (var order = 0; order < ours.length / 2; order++) {
            if (ours[2 * order] == theirs[2 * order] && ours[2 * order + 1] == theirs[2 * order + 1]) {
                same++;
            }
        }
        return same >= ALIKE;
    }
}
