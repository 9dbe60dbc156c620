package dev.parvis.networks.mastodon;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parvis.domain.posts.Attempt;
import dev.parvis.kernel.secret.Sha256;

/**
 * What an attempt remembers beside its fingerprint: the newest status there was before it, a short hash of what it answers,
 * and one of each of its words. A server that rewrites a text (snac2 reads Markdown and HTML in it) can break the fingerprint; a status that shares
 * half our words might then be ours, and is no proof of absence. It is no proof of presence either: two posts of one campaign
 * differ in a word, and taking one for the other loses one and sends the other twice. A person is asked.
 */
record Likeness(String newest, String above, Set<String> words) {
    /** From this share of its words on, a status since the attempt that nobody else owns might be ours. */
    static final double DOUBTFUL = 0.5;

    private static final int DIGITS = 4;
    private static final int LONGEST_ID = 100;
    private static final int ABOVE_DIGITS = 16;
    private static final Pattern BREAKS = Pattern.compile("[ \\n]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** @param above id of the status that it answers, or empty */
    static Likeness of(String newest, String above, String text) {
        var id = newest.length() > LONGEST_ID || BREAKS.matcher(newest).find() ? "" : newest;
        return new Likeness(id, hash(above), words(text));
    }

    private static String hash(String above) {
        return above.isEmpty()
                ? ""
                : Sha256.hex(above.getBytes(StandardCharsets.UTF_8)).substring(0, ABOVE_DIGITS);
    }

    /** Whether a status that answers this one, or none, stands where ours cannot: a server may forget what it answers. */
    boolean isElsewhere(String itsAbove) {
        return !itsAbove.isEmpty() && !hash(itsAbove).equals(above);
    }

    /** At most 400 characters. */
    String trace() {
        var trace = new StringBuilder(newest);
        if (!above.isEmpty()) {
            trace.append('\n').append(above);
        }
        trace.append(' ');
        for (var word : words) {
            if (trace.length() + DIGITS <= Attempt.MOST_TRACE) {
                trace.append(word);
            }
        }
        return trace.toString();
    }

    static Likeness read(String trace) {
        var space = trace.indexOf(' ');
        if (space < 0) {
            return new Likeness(trace, "", Set.of());
        }
        var line = trace.indexOf('\n');
        var newest = trace.substring(0, line < 0 ? space : line);
        var above = line < 0 ? "" : trace.substring(line + 1, space);
        var words = new LinkedHashSet<String>();
        for (var at = space + 1; at + DIGITS <= trace.length(); at += DIGITS) {
            words.add(trace.substring(at, at + DIGITS));
        }
        return new Likeness(newest, above, words);
    }

    /** Which share of our words stands in a text: 0 to 1. */
    double in(String text) {
        if (words.isEmpty()) {
            return 0;
        }
        var theirs = words(text);
        return (double) words.stream().filter(theirs::contains).count() / words.size();
    }

    private static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        BETWEEN.splitAsStream(StatusText.folded(text))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.add(
                        Sha256.hex(word.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS)));
        return words;
    }
}
