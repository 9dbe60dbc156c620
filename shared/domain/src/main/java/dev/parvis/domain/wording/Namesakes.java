package dev.parvis.domain.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

import dev.parvis.domain.brands.BrandId;

/**
 * Finds the other brands that texts name. A sign that the post's own brand has as well names nobody else. Each text is cut
 * into words once, and each word looked up: what it takes grows with the text alone.
 */
public final class Namesakes {
    /** So many are told of; one is enough to think again. */
    public static final int MOST = 10;

    private static final String BETWEEN = " \t\n\r\f\u00a0\u2028\u2029<>\"'()[]{},;!|`«»“”‘’…*";

    private final Map<String, Set<BrandId>> brands = new HashMap<>();

    public void add(BrandId brand, Set<String> signs) {
        signs.forEach(
                sign -> brands.computeIfAbsent(sign, _ -> new LinkedHashSet<>()).add(brand));
    }

    /** What texts of one brand name of others, in their order. */
    public List<Spotted> spot(BrandId own, List<String> texts) {
        var spotted = new LinkedHashSet<Spotted>();
        for (var text : texts) {
            var words = new StringTokenizer(Folded.of(text), BETWEEN);
            while (words.hasMoreTokens() && spotted.size() < MOST) {
                word(own, words.nextToken(), spotted);
            }
        }
        return spotted.stream().limit(MOST).toList();
    }

    private void word(BrandId own, String word, Set<Spotted> spotted) {
        hashtags(word).forEach(sign -> look(own, sign, spotted));
        handles(word).forEach(sign -> look(own, sign, spotted));
        var address = Addresses.in(word);
        if (!address.host().isEmpty()) {
            var sites = address.sites();
            if (sites.stream().noneMatch(site -> isOf(own, site))) {
                sites.forEach(site -> look(own, site, spotted));
                address.handles().forEach(sign -> look(own, sign, spotted));
            }
        }
    }

    private boolean isOf(BrandId own, String sign) {
        return brands.getOrDefault(sign, Set.of()).contains(own);
    }

    private void look(BrandId own, String sign, Set<Spotted> spotted) {
        var named = brands.getOrDefault(sign, Set.of());
        if (!named.contains(own)) {
            var said = sign.startsWith("//") ? sign.substring(2) : sign;
            named.forEach(brand -> spotted.add(new Spotted(brand, said)));
        }
    }

    private static List<String> hashtags(String word) {
        var found = new ArrayList<String>();
        for (var at = word.indexOf('#'); at >= 0; at = word.indexOf('#', at + 1)) {
            var end = at + 1;
            while (end < word.length() && Folded.isWord(word.codePointAt(end))) {
                end += Character.charCount(word.codePointAt(end));
            }
            if (end > at + 1) {
                found.add(word.substring(at, end));
            }
        }
        return found;
    }

    /** An at sign within a word begins no handle: it stands in an address for mails, or before a server. */
    private static List<String> handles(String word) {
        var found = new ArrayList<String>();
        var at = word.indexOf('@');
        while (at >= 0) {
            var begins = at == 0 || !Folded.isWord(word.codePointBefore(at));
            var end = at + 1;
            while (begins && end < word.length() && isHandle(word.codePointAt(end))) {
                end += Character.charCount(word.codePointAt(end));
            }
            if (begins) {
                handle(word.substring(at, end), found);
            }
            // What was read is not read again: a text of nothing but at signs takes no longer than its length.
            at = word.indexOf('@', end);
        }
        return found;
    }

    private static void handle(String read, List<String> found) {
        var from = 0;
        while (from < read.length() - 1 && read.charAt(from + 1) == '@') {
            from++;
        }
        var end = read.length();
        while (end > from + 1 && ".-@".indexOf(read.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > from + 1) {
            found.add(read.substring(from, end));
        }
    }

    private static boolean isHandle(int c) {
        return Folded.isWord(c) || c == '.' || c == '-' || c == '@';
    }
}
