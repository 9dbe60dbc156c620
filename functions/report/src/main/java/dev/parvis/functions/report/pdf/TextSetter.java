package dev.parvis.functions.report.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Breaks a text into lines of a width and puts each line's characters in visual order, font by font. A word wider than
 * the line is cut; text beyond the allowed lines ends in an ellipsis. Remembers the characters that no font has.
 */
final class TextSetter {
    static final int ALL_LINES = Integer.MAX_VALUE;
    private static final float BOX_LETTER = 0.36f;
    private static final int LINE_CHARACTERS = 500;
    private static final String ELLIPSIS = "…";

    private final FontShelf shelf;
    private final SortedSet<Integer> missing = new TreeSet<>();

    TextSetter(FontShelf shelf) {
        this.shelf = shelf;
    }

    SortedSet<Integer> missing() {
        return missing;
    }

    Paragraph paragraph(String text, Style style, float points, int atMost) {
        return new Paragraph(text, lines(text, style, points, atMost), style);
    }

    /** At least one line, so that an empty cell keeps its height. */
    List<Line> lines(String raw, Style style, float points, int atMost) {
        String text = ArabicShaper.shape(CleanText.of(bounded(raw, atMost)));
        if (text.isEmpty()) {
            return List.of(Line.EMPTY);
        }
        boolean rightToLeft = isRightToLeft(text);
        List<int[]> spans = spans(text, style, points / style.size());
        boolean cut = spans.size() > atMost;
        List<int[]> kept = cut ? spans.subList(0, atMost) : spans;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            String shown = shown(text, kept.get(i), cut && i == atMost - 1, style, points / style.size());
            lines.add(line(shown, style.bold(), rightToLeft));
        }
        return lines;
    }

    Line line(String raw, Style style) {
        String text = ArabicShaper.shape(CleanText.of(raw));
        return text.isEmpty() ? Line.EMPTY : line(text, style.bold(), isRightToLeft(text));
    }

    /** No line has more characters than this, so the rest of a hostile text need not be looked at. */
    private static String bounded(String raw, int atMost) {
        long most = (long) LINE_CHARACTERS * atMost;
        return raw.length() <= most ? raw : raw.substring(0, (int) most);
    }

    /** Of one line, in points. */
    float width(String raw, Style style) {
        return line(raw, style).width() * style.size();
    }

    private String shown(String text, int[] span, boolean lastOfMore, Style style, float ems) {
        String shown = text.substring(span[0], span[1]).stripTrailing();
        if (!lastOfMore) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && width(shown, 0, end, style.bold()) + advance('…', style.bold()) > ems) {
            end = shown.offsetByCodePoints(end, -1);
        }
        return shown.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private List<int[]> spans(String text, Style style, float ems) {
        List<int[]> spans = new ArrayList<>();
        int start = 0;
        int breakAt = -1;
        float width = 0;
        float sinceBreak = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int point = text.codePointAt(at);
            if (at > start && LineBreaks.before(text, at)) {
                breakAt = at;
                sinceBreak = 0;
            }
            float advance = advance(point, style.bold());
            if (width + advance > ems && point != ' ' && at > start) {
                boolean atWord = breakAt > start;
                int end = atWord ? breakAt : at;
                spans.add(new int[] {start, end});
                width = atWord ? sinceBreak : 0;
                start = end;
                breakAt = -1;
            }
            width += advance;
            sinceBreak += advance;
        }
        spans.add(new int[] {start, text.length()});
        return spans;
    }

    private static boolean isRightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
    }

    private Line line(String text, boolean bold, boolean rightToLeft) {
        List<Piece> pieces = new ArrayList<>();
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            int direction = rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
            Bidi bidi = new Bidi(text, direction);
            for (Integer run : visualOrder(bidi)) {
                String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
                pieces.addAll(pieces(bidi.getRunLevel(run) % 2 == 1 ? reversed(part) : part, bold));
            }
        } else {
            pieces.addAll(pieces(text, bold));
        }
        float width = (float) pieces.stream().mapToDouble(Piece::width).sum();
        return new Line(List.copyOf(pieces), width, rightToLeft);
    }

    private static Integer[] visualOrder(Bidi bidi) {
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            order[run] = run;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        return order;
    }

    /** Right to left, a letter keeping the marks that stand on it, brackets turned. */
    private static String reversed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int end = text.length();
        while (end > 0) {
            int start = text.offsetByCodePoints(end, -1);
            while (start > 0 && Character.getType(text.codePointAt(start)) == Character.NON_SPACING_MARK) {
                start = text.offsetByCodePoints(start, -1);
            }
            text.substring(start, end).codePoints().map(TextSetter::mirrored).forEach(out::appendCodePoint);
            end = start;
        }
        return out.toString();
    }

    private static int mirrored(int point) {
        String pairs = "()[]{}<>«»‹›";
        int at = Character.isMirrored(point) ? pairs.indexOf(point) : -1;
        return at < 0 ? point : pairs.charAt(at ^ 1);
    }

    private List<Piece> pieces(String visual, boolean bold) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        FontFile font = null;
        float width = 0;
        for (int at = 0; at < visual.length(); at = visual.offsetByCodePoints(at, 1)) {
            int point = visual.codePointAt(at);
            Optional<FontFile> holding = shelf.holding(point, bold);
            if (font != null && (holding.isEmpty() || holding.get() != font)) {
                pieces.add(new Piece.Text(font, run.toString(), width));
                run.setLength(0);
                width = 0;
                font = null;
            }
            if (holding.isPresent()) {
                font = holding.get();
                run.appendCodePoint(point);
                width += advance(point, bold);
            } else {
                pieces.add(box(point));
            }
        }
        if (font != null) {
            pieces.add(new Piece.Text(font, run.toString(), width));
        }
        return pieces;
    }

    private Piece box(int point) {
        if (!CleanText.isFlag(point)) {
            missing.add(point);
        }
        return new Piece.Box(label(point), boxWidth(point));
    }

    private static String label(int point) {
        return CleanText.isFlag(point)
                ? CleanText.flag(point)
                : Integer.toHexString(point).toUpperCase();
    }

    private static float boxWidth(int point) {
        return 0.3f + BOX_LETTER * label(point).length();
    }

    private float width(String text, int from, int to, boolean bold) {
        float width = 0;
        for (int at = from; at < to; at = text.offsetByCodePoints(at, 1)) {
            width += advance(text.codePointAt(at), bold);
        }
        return width;
    }

    private float advance(int point, boolean bold) {
        return shelf.holding(point, bold)
                .map(file -> shelf.face(file).advance(point))
                .orElseGet(() -> boxWidth(point));
    }
}
