package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

import dev.parvis.functions.report.document.Change;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Typography;
import dev.parvis.functions.report.document.Wording;

/**
 * Key figures, three to a row. A measured figure is large; one that the network does not provide stands in a dashed
 * frame, one that failed beside a red bar, both with their reason where the figure would be. Arrows say which way a
 * figure went and are never green or red: whether more is better is the reader's to say.
 */
final class Tiles {
    private static final int ACROSS = 3;
    private static final float GAP = 12;
    private static final float PAD = 10;
    private static final float WIDTH = (Paper.COLUMN - (ACROSS - 1) * GAP) / ACROSS;
    private static final float INNER = WIDTH - 2 * PAD;
    private static final float ARROW = 6;

    private static final Style LABEL = new Style(8.5f, true, Ink.QUIET);
    private static final Style NUMBER = new Style(22, true, Ink.BRAND);
    private static final Style STATE = new Style(15, true, Ink.QUIET);
    private static final Style CHANGE = new Style(9, true, Ink.TEXT);
    private static final Style NO_CHANGE = new Style(8.5f, false, Ink.QUIET);
    private static final Style DETAIL = new Style(7.5f, false, Ink.QUIET);

    private enum Face {
        MEASURED,
        NOT_PROVIDED,
        FAILED
    }

    /** A paragraph of a tile; a direction of zero draws no arrow. */
    private record Part(Paragraph paragraph, int direction) {
        float height() {
            return paragraph.height();
        }
    }

    private record Tile(Face face, List<Part> parts) {
        float height() {
            return (float) parts.stream().mapToDouble(Part::height).sum() + 2 * PAD;
        }
    }

    private final Paper paper;
    private final TextSetter setter;
    private final ReportLanguage language;
    private final Formats formats;

    Tiles(Paper paper, TextSetter setter, ReportLanguage language, Formats formats) {
        this.paper = paper;
        this.setter = setter;
        this.language = language;
        this.formats = formats;
    }

    void draw(List<Section.KeyFigure> figures, SourceIndex sources) throws IOException {
        List<Tile> tiles = new ArrayList<>();
        for (Section.KeyFigure figure : figures) {
            tiles.add(tile(figure, sources));
        }
        for (int from = 0; from < tiles.size(); from += ACROSS) {
            row(tiles.subList(from, Math.min(from + ACROSS, tiles.size())));
        }
    }

    private Tile tile(Section.KeyFigure key, SourceIndex sources) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(key.label(), LABEL, 2));
        return switch (key.figure()) {
            case Figure.Measured measured -> measured(measured, parts, sources);
            case Figure.NotProvided(String reason) -> without(Wording.NOT_PROVIDED, reason, parts);
            case Figure.Unread(String reason) -> without(Wording.UNREAD, reason, parts);
            case Figure.Failed failed -> {
                parts.add(part(Wording.FAILED.in(language), STATE.in(Ink.FAILED), 1));
                parts.add(part(failed.reason(), DETAIL, 4));
                parts.add(part(sources.references(List.of(failed.asked())), DETAIL, 1));
                yield new Tile(Face.FAILED, parts);
            }
        };
    }

    private Tile without(Wording state, String reason, List<Part> parts) {
        parts.add(part(state.in(language), STATE, 1));
        parts.add(part(reason, DETAIL, 4));
        return new Tile(Face.NOT_PROVIDED, parts);
    }

    private Tile measured(Figure.Measured figure, List<Part> parts, SourceIndex sources) {
        parts.add(part(formats.quantity(figure.value()), NUMBER, 1));
        if (figure.value() instanceof Quantity.Share share) {
            parts.add(part(formats.base(share), DETAIL, 2));
        }
        parts.add(change(figure));
        if (figure.comparison() instanceof Comparison.Previous(Quantity previous)) {
            parts.add(part(Wording.PREVIOUS.in(language) + before(previous), DETAIL, 2));
        }
        for (String excluded : figure.excluded()) {
            parts.add(part(Wording.EXCLUDES.in(language) + excluded, DETAIL, 2));
        }
        parts.add(part(sources.references(figure.sources()), DETAIL, 2));
        return new Tile(Face.MEASURED, parts);
    }

    private String before(Quantity previous) {
        return previous instanceof Quantity.Share share
                ? formats.quantity(share) + " (" + formats.base(share) + ")"
                : formats.quantity(previous);
    }

    private Part change(Figure.Measured figure) {
        String text = Change.text(figure, language, formats);
        return switch (Change.of(figure)) {
            case Change.By by -> moved(text, by.difference().signum());
            case Change.Points points -> moved(text, points.difference().signum());
            case Change.None _, Change.NoBase _ -> part(text, NO_CHANGE, 3);
        };
    }

    private Part moved(String text, int direction) {
        float indent = direction == 0 ? 0 : ARROW + 4;
        return new Part(setter.paragraph(text, CHANGE, INNER - indent, 2), direction);
    }

    private Part part(String text, Style style, int atMost) {
        return new Part(setter.paragraph(Typography.set(text, language), style, INNER, atMost), 0);
    }

    private void row(List<Tile> tiles) throws IOException {
        float height = (float) tiles.stream().mapToDouble(Tile::height).max().orElse(0);
        paper.need(height + GAP);
        float x = Paper.LEFT;
        for (Tile tile : tiles) {
            draw(tile, x, paper.y(), height);
            x += WIDTH + GAP;
        }
        paper.down(height + GAP);
    }

    private void draw(Tile tile, float x, float top, float height) throws IOException {
        paper.artifact(pen -> {
            switch (tile.face()) {
                case MEASURED -> pen.fill(x, top, WIDTH, height, Ink.TINT);
                case NOT_PROVIDED -> pen.frame(x, top, WIDTH, height, Ink.QUIET, true);
                case FAILED -> {
                    pen.frame(x, top, WIDTH, height, Ink.FAILED, false);
                    pen.fill(x, top, 3, height, Ink.FAILED);
                }
            }
        });
        PDStructureElement element = paper.structure().child(paper.structure().top(), "Sect");
        float y = top + PAD;
        for (Part part : tile.parts()) {
            float at = y;
            float indent = part.direction() == 0 ? 0 : ARROW + 4;
            if (part.direction() != 0) {
                boolean up = part.direction() > 0;
                paper.artifact(pen -> pen.triangle(x + PAD, at + 4, ARROW, up, Ink.BRAND));
            }
            PDStructureElement said = paper.structure().child(element, "P");
            Paragraph words = part.paragraph();
            paper.structure().say(said, words.text());
            paper.tagged(
                    said,
                    pen -> pen.lines(words.lines(), x + PAD + indent, at, INNER - indent, words.style(), Align.LEFT));
            y += part.height();
        }
    }
}
