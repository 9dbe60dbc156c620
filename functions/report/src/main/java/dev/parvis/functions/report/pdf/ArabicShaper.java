package dev.parvis.functions.report.pdf;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters by replacing each with its presentation form (Unicode 9.2, blocks FB50 and FE70), which is what
 * a font without a shaping engine can set. The table is derived from the JDK's own decompositions: Unicode lists the
 * forms of a letter in a row, isolated, final, initial, medial. Text stays in logical order. Vowel signs are
 * transparent to joining; a lam and an alef become one ligature.
 */
final class ArabicShaper {
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';
    private static final char NON_JOINER = '\u200c';

    private static final Map<String, int[]> FORMS = forms();

    private ArabicShaper() {}

    static String shape(String text) {
        return text.chars().anyMatch(c -> c >= 0x0600 && c <= 0x06FF) ? joined(text) : text.replace("\u200c", "");
    }

    private static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean joinedBefore = false;
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (isTransparent(c)) {
                out.append(c);
                at++;
                continue;
            }
            int alef = c == LAM ? alefAfter(text, at) : -1;
            String letters = alef < 0 ? String.valueOf(c) : "" + c + text.charAt(alef);
            int[] forms = FORMS.getOrDefault(letters, new int[] {c});
            boolean joinsNext = alef < 0 && isDual(c) && canBeJoined(text, at + 1);
            if (c != NON_JOINER) {
                out.append((char) forms[form(forms, joinedBefore, joinsNext)]);
            }
            if (alef > 0) {
                out.append(text, at + 1, alef);
            }
            joinedBefore = joinsNext;
            at = alef < 0 ? at + 1 : alef + 1;
        }
        return out.toString();
    }

    private static int form(int[] forms, boolean joinedBefore, boolean joinsNext) {
        int wanted = joinedBefore ? (joinsNext ? MEDIAL : FINAL) : (joinsNext ? INITIAL : ISOLATED);
        return wanted < forms.length ? wanted : ISOLATED;
    }

    private static int alefAfter(String text, int lam) {
        int next = nextLetter(text, lam + 1);
        return next < text.length() && FORMS.containsKey("" + LAM + text.charAt(next)) ? next : -1;
    }

    private static boolean isDual(char c) {
        return c == TATWEEL || FORMS.getOrDefault(String.valueOf(c), new int[0]).length == 4;
    }

    private static boolean canBeJoined(String text, int from) {
        int next = nextLetter(text, from);
        return next < text.length()
                && (text.charAt(next) == TATWEEL
                        || FORMS.getOrDefault(String.valueOf(text.charAt(next)), new int[0]).length > 1);
    }

    private static int nextLetter(String text, int from) {
        int at = from;
        while (at < text.length() && isTransparent(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isTransparent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Map<String, int[]> forms() {
        Map<String, int[]> forms = new HashMap<>();
        // The first block has the Persian and Urdu letters, the second the Arabic ones, whose forms are the complete
        // ones.
        collect(forms, 0xFB50, 0xFBB1);
        collect(forms, 0xFBD3, 0xFBE9);
        collect(forms, 0xFBFC, 0xFBFF);
        collect(forms, 0xFE80, 0xFEFC);
        return forms;
    }

    private static void collect(Map<String, int[]> forms, int first, int last) {
        Map<String, int[]> found = new HashMap<>();
        for (int point = first; point <= last; point++) {
            String letters = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
            int[] soFar = found.getOrDefault(composed(letters), new int[0]);
            int[] longer = Arrays.copyOf(soFar, soFar.length + 1);
            longer[soFar.length] = point;
            found.put(composed(letters), longer);
        }
        forms.putAll(found);
    }

    private static String composed(String letters) {
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }
}
