package dev.parvis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, its columns aligned for a terminal. A row has as many cells as there are columns. */
public record Table(String title, List<String> columns, List<List<String>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(title + ": a row of " + row.size() + " cells: " + row);
            }
        }
    }

    /** An empty one, to be filled with {@link #with}. */
    public static Table of(String title, String... columns) {
        return new Table(title, List.of(columns), List.of());
    }

    /** The same with a row more. */
    public Table with(String... cells) {
        var more = new ArrayList<>(rows);
        more.add(List.of(cells));
        return new Table(title, columns, more);
    }

    @Override
    public String toString() {
        List<Integer> widths =
                IntStream.range(0, columns.size()).mapToObj(this::width).toList();
        var text = new StringBuilder("\n### ").append(title).append("\n\n");
        text.append(line(columns, widths));
        text.append(line(widths.stream().map("-"::repeat).toList(), widths));
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(columns.get(column).length(), 3),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .orElse(0);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i ->
                        cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
