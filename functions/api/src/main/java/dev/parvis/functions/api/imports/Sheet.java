package dev.parvis.functions.api.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.text.Csv;
import dev.parvis.kernel.text.CsvReader;
import dev.parvis.kernel.text.Utf8;

/**
 * A file as a table: its head read, its cells by column. UTF-8 with or without a byte order mark; commas, semicolons or
 * tabs. Anything else is refused with what to do about it.
 */
record Sheet(char separator, List<Line> lines) {
    static final int MOST_BYTES = 4_000_000;
    static final int MOST_ROWS = 10_000;
    private static final int MOST_CELLS = 50;
    private static final int LONGEST_CELL = 20_000;
    private static final char BOM = '\uFEFF';
    /** Where bytes were no UTF-8, and something on the way did not say so. */
    private static final char REPLACED = '\uFFFD';

    Sheet {
        lines = List.copyOf(lines);
    }

    /** One row below the head; columns without text are absent. */
    record Line(int number, Map<Column, String> cells) {
        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Whether the file comes from a place that writes 1,5: there days come first in dates. */
    boolean isOfSemicolons() {
        return separator == ';';
    }

    static Sheet of(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw Problem.of(Problem.Code.PAYLOAD_TOO_LARGE, "A file has at most " + MOST_BYTES + " bytes; part it.")
                    .exception();
        }
        var text = text(body);
        var separator = CsvReader.separatorOf(text, ",;\t");
        try {
            var rows = CsvReader.read(text, separator, MOST_ROWS + 1, MOST_CELLS);
            if (rows.size() < 2) {
                throw refused("empty", "must hold a head, which names the columns, and a row at least");
            }
            return new Sheet(separator, lines(rows));
        } catch (CsvReader.Malformed malformed) {
            throw refused("malformed", "is no table from line " + malformed.line() + " on: " + malformed.reason());
        }
    }

    private static String text(byte[] body) {
        if (starts(body, 0xFF, 0xFE) || starts(body, 0xFE, 0xFF)) {
            throw refused("not_utf8", "is UTF-16: save it as “CSV UTF-8”");
        }
        if (starts(body, 'P', 'K', 3, 4) || starts(body, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused("not_csv", "is a workbook, not a CSV file: save it as “CSV UTF-8”");
        }
        var text = Utf8.decode(body).filter(decoded -> decoded.indexOf(REPLACED) < 0);
        if (text.isEmpty()) {
            throw refused(
                    "not_utf8",
                    "is not UTF-8" + where(body)
                            + ", probably Windows-1252: save it as “CSV UTF-8”, not as plain “CSV”");
        }
        var zero = text.get().indexOf('\0');
        if (zero >= 0) {
            var line = 1
                    + text.get()
                            .substring(0, zero)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw refused(
                    "not_csv",
                    "holds a zero byte in line " + line + ": it is UTF-16 without its mark, or no text at all");
        }
        var decoded = text.get();
        return !decoded.isEmpty() && decoded.charAt(0) == BOM ? decoded.substring(1) : decoded;
    }

    private static boolean starts(byte[] body, int... with) {
        for (var i = 0; i < with.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** On which line the first byte stands that makes it no UTF-8; lines before it are good. */
    private static String where(byte[] body) {
        var line = 1;
        var from = 0;
        for (var i = 0; i < body.length; i++) {
            if (body[i] == '\n') {
                if (Utf8.decode(java.util.Arrays.copyOfRange(body, from, i)).isEmpty()) {
                    return " in line " + line;
                }
                from = i + 1;
                line++;
            }
        }
        return " in line " + line;
    }

    private static List<Line> lines(List<CsvReader.Row> rows) {
        var head = head(rows.getFirst());
        var lines = new ArrayList<Line>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = new EnumMap<Column, String>(Column.class);
            for (var i = 0; i < row.cells().size(); i++) {
                put(cells, head, i, row);
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(row.line(), cells));
            }
        }
        return lines;
    }

    private static void put(Map<Column, String> cells, List<Column> head, int at, CsvReader.Row row) {
        var cell = row.cells().get(at);
        if (cell.isBlank()) {
            return;
        }
        if (at >= head.size()) {
            throw refused("too_many_cells", "has more cells in line " + row.line() + " than its head has columns");
        }
        if (cell.length() > LONGEST_CELL) {
            throw refused("too_long", "has a cell of more than " + LONGEST_CELL + " characters in line " + row.line());
        }
        cells.put(head.get(at), Csv.takenBack(cell));
    }

    /** A column that is misspelled must not be left out in silence. */
    private static List<Column> head(CsvReader.Row row) {
        var head = new ArrayList<Column>();
        for (var i = 0; i < row.cells().size(); i++) {
            var at = i + 1;
            head.add(Column.named(row.cells().get(i))
                    .orElseThrow(() ->
                            refused("unknown_column", "has a column (number " + at + ") that is none of " + known())));
        }
        if (EnumSet.copyOf(head).size() < head.size()) {
            throw refused("twice", "has a column twice");
        }
        if (!head.contains(Column.KEY)) {
            throw refused(
                    "no_key",
                    "has no column “key”: a name of its own for each row is what keeps a file that is imported twice"
                            + " from making posts twice");
        }
        return head;
    }

    private static String known() {
        return EnumSet.allOf(Column.class).stream().map(Column::title).collect(Collectors.joining(", "));
    }

    private static ProblemException refused(String code, String detail) {
        return Problem.fields(List.of(new FieldError("", code, "The file " + detail + ".")))
                .exception();
    }
}
