package dev.parvis.networks.http;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * HTML's character references: the named ones of Latin-1 (in HTML 4's order) and of typography, and numbers, of which
 * 128 to 159 mean windows-1252 (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
 */
public final class HtmlEntities {
    /** The longest name that is known, with room for a number. */
    public static final int LONGEST = 9;

    private static final String LATIN_1 = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg"
            + " macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
            + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
            + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
            + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
            + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
    private static final String OTHERS =
            "amp & lt < gt > quot \" apos ' hellip … mdash — ndash – lsquo ‘ rsquo ’ sbquo ‚"
                    + " ldquo “ rdquo ” bdquo „ lsaquo ‹ rsaquo › bull • euro € trade ™ OElig Œ oelig œ Scaron Š scaron š"
                    + " Yuml Ÿ dagger † Dagger ‡ permil ‰ prime ′ Prime ″ minus − larr ← rarr → uarr ↑ darr ↓ harr ↔"
                    + " infin ∞ ne ≠ le ≤ ge ≥ asymp ≈ hearts ♥ check ✓ star ☆";
    private static final Map<String, String> INVISIBLE = Map.of(
            "ensp", "\u2002", "emsp", "\u2003", "thinsp", "\u2009", "zwnj", "\u200C", "zwj", "\u200D", "lrm", "\u200E",
            "rlm", "\u200F");

    private HtmlEntities() {}

    /** What {@code &name;} stands for, {@code name} without the marks; empty when it stands for nothing. */
    public static String resolve(String name) {
        return name.startsWith("#") ? number(name) : Lazy.NAMED.getOrDefault(name, "");
    }

    /** A text with all references resolved that stand for something. */
    public static String resolved(String text) {
        var resolved = new StringBuilder();
        var from = 0;
        for (var at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            var end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST + 2));
            var stands = end > at + 1 ? resolve(text.substring(at + 1, end)) : "";
            if (!stands.isEmpty()) {
                resolved.append(text, from, at).append(stands);
                from = end + 1;
                at = end;
            }
        }
        return resolved.append(text, from, text.length()).toString();
    }

    private static String number(String name) {
        var hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            var codePoint = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            if (codePoint >= 0x80 && codePoint <= 0x9F) {
                return new String(new byte[] {(byte) codePoint}, Charset.forName("windows-1252"));
            }
            return Character.isValidCodePoint(codePoint) && codePoint > 0 && !isSurrogate(codePoint)
                    ? Character.toString(codePoint)
                    : "";
        } catch (NumberFormatException none) {
            return "";
        }
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Made at first use: most texts hold no entity beyond XML's own. */
    private static final class Lazy {
        static final Map<String, String> NAMED = named();

        private static Map<String, String> named() {
            var named = new HashMap<>(INVISIBLE);
            var latin = LATIN_1.split(" ");
            for (var i = 0; i < latin.length; i++) {
                named.put(latin[i], String.valueOf((char) (0xA0 + i)));
            }
            var others = OTHERS.split(" ");
            for (var i = 0; i < others.length; i += 2) {
                named.put(others[i], others[i + 1]);
            }
            return named;
        }
    }
}
