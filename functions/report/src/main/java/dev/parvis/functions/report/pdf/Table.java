package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/**
 * Sets a table whose header returns on every page (there as an artifact: a screen reader hears it once). A row is never
 * torn: cells are bounded in lines, so that each fits a page.
 */
final class Table {
    private static final float PAD_X = 4;

    /** What a column's width has beyond its text. */
    static final float PADDING = 2 * PAD_X;

    private static final float PAD_Y = 3;

    /** A column: its title, its width in points, and where its cells' numbers line up. */
    record Column(String title, float width, Align align) {}

    private final Paper paper;
    private final TextSetter setter;
    private final List<Column> columns;

    Table(Paper paper, TextSetter setter, List<Column> columns) {
        this.paper = paper;
        this.setter = setter;
        this.columns = List.copyOf(columns);
    }

    /** Room that the header and a first row of two lines need, for a heading that wants to stay with its table. */
    float start() {
        return headerHeight() + 2 * Style.CELL.leading() + 2 * PAD_Y;
    }

    void draw(List<List<Cell>> rows) throws IOException {
        Structure structure = paper.structure();
        PDStructureElement table = structure.child(structure.top(), "Table");
        paper.need(start());
        header(structure.child(structure.child(table, "THead"), "TR"));
        PDStructureElement body = structure.child(table, "TBody");
        boolean tinted = false;
        for (List<Cell> row : rows) {
            List<List<Line>> set = set(row);
            float height = height(row, set);
            if (paper.y() + height > Paper.BOTTOM) {
                closingRule();
            }
            if (paper.need(height)) {
                repeatedHeader();
                tinted = false;
            }
            row(row, set, height, tinted, structure.child(body, "TR"));
            tinted = !tinted;
        }
        closingRule();
    }

    private void closingRule() throws IOException {
        paper.artifact(pen -> pen.rule(Paper.LEFT, paper.y(), Paper.LEFT + Paper.COLUMN, paper.y(), 0.7f, Ink.RULE));
    }

    private List<List<Line>> set(List<Cell> row) {
        List<List<Line>> set = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            set.add(setter.lines(cell.text(), cell.style(), columns.get(i).width() - 2 * PAD_X, cell.atMost()));
        }
        return set;
    }

    private static float height(List<Cell> row, List<List<Line>> set) {
        float height = 0;
        for (int i = 0; i < row.size(); i++) {
            height = Math.max(height, set.get(i).size() * row.get(i).style().leading());
        }
        return height + 2 * PAD_Y;
    }

    private void row(List<Cell> row, List<List<Line>> set, float height, boolean tinted, PDStructureElement element)
            throws IOException {
        float top = paper.y();
        if (tinted) {
            paper.artifact(pen -> pen.fill(Paper.LEFT, top, Paper.COLUMN, height, Ink.TINT));
        }
        float x = Paper.LEFT;
        for (int i = 0; i < row.size(); i++) {
            float width = columns.get(i).width();
            PDStructureElement data = paper.structure().child(element, "TD");
            cell(row.get(i), set.get(i), new Paper.Place(x + PAD_X, top + PAD_Y, width - 2 * PAD_X, height), data);
            x += width;
        }
        paper.down(height);
    }

    private void cell(Cell cell, List<Line> lines, Paper.Place place, PDStructureElement data) throws IOException {
        // Smaller text drops, so that the first lines of all cells stand on one baseline.
        float drop = Pen.BASELINE * Math.max(0, Style.CELL.size() - cell.style().size());
        Paper.Drawing drawing =
                pen -> pen.lines(lines, place.x(), place.top() + drop, place.width(), cell.style(), cell.align());
        paper.structure().say(data, cell.text());
        if (cell.link().isEmpty()) {
            paper.tagged(data, drawing);
        } else {
            float height = lines.size() * cell.style().leading() + drop;
            paper.linked(data, new Paper.Place(place.x(), place.top(), place.width(), height), cell.link(), drawing);
        }
    }

    private void header(PDStructureElement row) throws IOException {
        float height = headerHeight();
        paper.artifact(this::headerGround);
        float x = Paper.LEFT;
        for (Column column : columns) {
            float left = x;
            paper.tagged(paper.structure().columnHeader(row), pen -> title(pen, column, left));
            x += column.width();
        }
        paper.down(height);
    }

    private void repeatedHeader() throws IOException {
        paper.artifact(pen -> {
            headerGround(pen);
            float x = Paper.LEFT;
            for (Column column : columns) {
                title(pen, column, x);
                x += column.width();
            }
        });
        paper.down(headerHeight());
    }

    private void headerGround(Pen pen) throws IOException {
        float bottom = paper.y() + headerHeight();
        pen.rule(Paper.LEFT, bottom, Paper.LEFT + Paper.COLUMN, bottom, 1, Ink.BRAND);
    }

    /** Titles stand on the rule: a short one beside a long one sits at the bottom. */
    private void title(Pen pen, Column column, float x) throws IOException {
        List<Line> lines = titleLines(column);
        float top = paper.y() + headerHeight() - PAD_Y - lines.size() * Style.COLUMN.leading();
        pen.lines(lines, x + PAD_X, top, column.width() - 2 * PAD_X, Style.COLUMN, column.align());
    }

    private List<Line> titleLines(Column column) {
        return setter.lines(column.title(), Style.COLUMN, column.width() - 2 * PAD_X, 3);
    }

    private float headerHeight() {
        int lines = columns.stream()
                .mapToInt(column -> titleLines(column).size())
                .max()
                .orElse(1);
        return lines * Style.COLUMN.leading() + 2 * PAD_Y;
    }
}
