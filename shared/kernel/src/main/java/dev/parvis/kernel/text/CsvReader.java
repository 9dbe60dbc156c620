package dev.parvis.kernel.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads RFC 4180, and what spreadsheets make of it: any separator, CRLF, LF or CR, quotes around a cell that may then
 * hold separators, line ends and doubled quotes. A quote inside a cell that did not begin with one is a character like
 * others. Lines without a character are passed over. Refused: a quote that is never closed, text after a closing quote,
 * more rows or cells than are wanted.
 */
public final class CsvReader {
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private final int mostRows;
    private final int mostCells;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    /** One row; {@code line} is the line of the text that it begins on, from 1. */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The text is no such table; for a person, with the line it was seen on. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Malformed(int line, String reason) {
            super(reason, null, false, false);
            this.line = line;
        }

        public int line() {
            return line;
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    private CsvReader(String text, char separator, int mostRows, int mostCells) {
        this.text = text;
        this.separator = separator;
        this.mostRows = mostRows;
        this.mostCells = mostCells;
    }

    /**
     * All rows.
     *
     * @param mostRows one more is refused
     * @param mostCells of a row; one more is refused
     */
    public static List<Row> read(String text, char separator, int mostRows, int mostCells) throws Malformed {
        var reader = new CsvReader(text, separator, mostRows, mostCells);
        while (reader.at < text.length()) {
            reader.row();
        }
        return List.copyOf(reader.rows);
    }

    /** Which of these stands most often outside quotes on the first line that says anything; the first, if none does. */
    public static char separatorOf(String text, String candidates) {
        var counts = new int[candidates.length()];
        var quoted = false;
        var said = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            quoted = (c == QUOTE) != quoted;
            if (!quoted && (c == '\n' || c == '\r') && said) {
                break;
            }
            said |= c != '\n' && c != '\r';
            var candidate = quoted ? -1 : candidates.indexOf(c);
            if (candidate >= 0) {
                counts[candidate]++;
            }
        }
        var best = 0;
        for (var i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    private void row() throws Malformed {
        var begins = line;
        if (lineEnd()) {
            return;
        }
        var cells = new ArrayList<String>();
        do {
            if (cells.size() == mostCells) {
                throw new Malformed(begins, "a row has more than " + mostCells + " cells");
            }
            cells.add(at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain());
        } while (separated());
        if (rows.size() == mostRows) {
            throw new Malformed(begins, "there are more than " + mostRows + " rows");
        }
        rows.add(new Row(begins, cells));
    }

    private boolean separated() throws Malformed {
        if (at == text.length() || lineEnd()) {
            return false;
        }
        if (text.charAt(at) != separator) {
            throw new Malformed(line, "after a closing quote comes the next cell or the end of the line");
        }
        at++;
        return true;
    }

    /** Passes over one line end, whatever its kind. */
    private boolean lineEnd() {
        var c = text.charAt(at);
        if (c != '\r' && c != '\n') {
            return false;
        }
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
        return true;
    }

    private String plain() {
        var from = at;
        while (at < text.length() && !endsPlain(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean endsPlain(char c) {
        return c == separator || c == '\r' || c == '\n';
    }

    private String quoted() throws Malformed {
        var opened = line;
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == QUOTE && !text.startsWith("\"\"", at)) {
                at++;
                return cell.toString();
            }
            if (c == '\r' || c == '\n') {
                var from = at;
                lineEnd();
                cell.append(text, from, at);
            } else {
                at += c == QUOTE ? 2 : 1;
                cell.append(c);
            }
        }
        throw new Malformed(opened, "a quote is opened and never closed");
    }
}
