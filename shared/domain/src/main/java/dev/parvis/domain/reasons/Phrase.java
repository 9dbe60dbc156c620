package dev.parvis.domain.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A reason as it is written, and as it is said in French. In the English, {@code {}} stands for what differs; in the
 * French, {@code {1}} is the first of these as it is, {@code {~1}} a reason in its turn, and {@code {,1}} a decimal
 * number.
 */
record Phrase(String english, String french) {
    private static final String HOLE = "{}";

    /** The French of what was written, when this is it. */
    Optional<String> said(String written, UnaryOperator<String> reason) {
        return holes(written).map(found -> filled(found, reason));
    }

    private Optional<List<String>> holes(String written) {
        var pieces = pieces();
        if (pieces.size() == 1) {
            return written.equals(english) ? Optional.of(List.of()) : Optional.empty();
        }
        var first = pieces.getFirst();
        var last = pieces.getLast();
        if (!written.startsWith(first)
                || !written.endsWith(last)
                || written.length() < first.length() + last.length()) {
            return Optional.empty();
        }
        return between(written.substring(first.length(), written.length() - last.length()), pieces);
    }

    private static Optional<List<String>> between(String written, List<String> pieces) {
        var found = new ArrayList<String>();
        var rest = written;
        for (var piece : pieces.subList(1, pieces.size() - 1)) {
            var at = rest.indexOf(piece);
            if (at < 0) {
                return Optional.empty();
            }
            found.add(rest.substring(0, at));
            rest = rest.substring(at + piece.length());
        }
        found.add(rest);
        return Optional.of(found);
    }

    private List<String> pieces() {
        var pieces = new ArrayList<String>();
        var from = 0;
        for (var at = english.indexOf(HOLE); at >= 0; at = english.indexOf(HOLE, from)) {
            pieces.add(english.substring(from, at));
            from = at + HOLE.length();
        }
        pieces.add(english.substring(from));
        return pieces;
    }

    /** What was found is not looked through for braces. */
    private String filled(List<String> found, UnaryOperator<String> reason) {
        var said = new StringBuilder();
        var from = 0;
        for (var open = french.indexOf('{'); open >= 0; open = french.indexOf('{', from)) {
            var close = french.indexOf('}', open);
            var name = french.substring(open + 1, close);
            said.append(french, from, open)
                    .append(
                            switch (name.charAt(0)) {
                                case '~' -> reason.apply(found(name.substring(1), found));
                                case ',' -> found(name.substring(1), found).replace('.', ',');
                                default -> found(name, found);
                            });
            from = close + 1;
        }
        return said.append(french.substring(from)).toString();
    }

    private static String found(String number, List<String> found) {
        return found.get(Integer.parseInt(number) - 1);
    }
}
