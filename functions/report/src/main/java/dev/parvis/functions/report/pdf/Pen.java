package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws text and shapes on one page, in points from its top left corner. */
final class Pen {
    /** From a line's top to its baseline, in ems: Open Sans' ascender within our leading. */
    static final float BASELINE = 1.05f;

    private static final float ROUND = 0.5523f;

    /** Where a font of the document comes from. */
    interface Fonts {
        PDType0Font of(FontFile file) throws IOException;
    }

    private final PDPageContentStream content;
    private final Fonts fonts;

    Pen(PDPageContentStream content, Fonts fonts) {
        this.content = content;
        this.fonts = fonts;
    }

    void lines(List<Line> lines, float x, float top, float width, Style style, Align align) throws IOException {
        float y = top;
        for (Line line : lines) {
            line(line, x, y, width, style, align);
            y += style.leading();
        }
    }

    void line(Line line, float x, float top, float width, Style style, Align align) throws IOException {
        float slack = width - line.width() * style.size();
        float start =
                switch (align) {
                    case LEFT -> x;
                    case START -> line.rightToLeft() ? x + slack : x;
                    case END -> x + slack;
                    case CENTRE -> x + slack / 2;
                };
        fillColour(style.colour());
        float pen = start;
        float baseline = Paper.HEIGHT - top - style.size() * BASELINE;
        for (Piece piece : line.pieces()) {
            switch (piece) {
                case Piece.Text text -> text(text, pen, baseline, style.size());
                case Piece.Box box -> box(box, pen, baseline, style);
            }
            pen += piece.width() * style.size();
        }
    }

    private void text(Piece.Text text, float x, float baseline, float size) throws IOException {
        content.beginText();
        content.setFont(fonts.of(text.font()), size);
        content.newLineAtOffset(x, baseline);
        content.showText(text.characters());
        content.endText();
    }

    private void box(Piece.Box box, float x, float baseline, Style style) throws IOException {
        float size = style.size();
        strokeColour(style.colour());
        content.setLineWidth(0.4f);
        content.addRect(x + 0.08f * size, baseline - 0.12f * size, (box.width() - 0.16f) * size, 0.86f * size);
        content.stroke();
        text(new Piece.Text(FontFile.TEXT, box.label(), 0), x + 0.16f * size, baseline + 0.1f * size, size * 0.6f);
    }

    void fill(float x, float top, float width, float height, int colour) throws IOException {
        fillColour(colour);
        content.addRect(x, Paper.HEIGHT - top - height, width, height);
        content.fill();
    }

    /** A rectangle's outline, dashed where a figure is absent. */
    void frame(float x, float top, float width, float height, int colour, boolean dashed) throws IOException {
        stroke(0.7f, colour, dashed ? new float[] {3, 2.5f} : new float[0]);
        content.addRect(x, Paper.HEIGHT - top - height, width, height);
        content.stroke();
    }

    void rule(float x1, float y1, float x2, float y2, float thickness, int colour) throws IOException {
        stroke(thickness, colour, new float[0]);
        content.moveTo(x1, Paper.HEIGHT - y1);
        content.lineTo(x2, Paper.HEIGHT - y2);
        content.stroke();
    }

    /** A line through points given as x, y, x, y…; a single point draws nothing. */
    void polyline(List<float[]> points, float thickness, int colour, float[] dashes) throws IOException {
        if (points.size() < 2) {
            return;
        }
        stroke(thickness, colour, dashes);
        content.setLineJoinStyle(1);
        content.moveTo(points.getFirst()[0], Paper.HEIGHT - points.getFirst()[1]);
        for (float[] point : points.subList(1, points.size())) {
            content.lineTo(point[0], Paper.HEIGHT - point[1]);
        }
        content.stroke();
    }

    void dot(float x, float y, float radius, int colour) throws IOException {
        float cy = Paper.HEIGHT - y;
        float c = radius * ROUND;
        fillColour(colour);
        content.moveTo(x - radius, cy);
        content.curveTo(x - radius, cy + c, x - c, cy + radius, x, cy + radius);
        content.curveTo(x + c, cy + radius, x + radius, cy + c, x + radius, cy);
        content.curveTo(x + radius, cy - c, x + c, cy - radius, x, cy - radius);
        content.curveTo(x - c, cy - radius, x - radius, cy - c, x - radius, cy);
        content.fill();
    }

    void cross(float x, float y, float arm, int colour) throws IOException {
        rule(x - arm, y - arm, x + arm, y + arm, 0.9f, colour);
        rule(x - arm, y + arm, x + arm, y - arm, 0.9f, colour);
    }

    void triangle(float x, float y, float size, boolean up, int colour) throws IOException {
        float base = up ? y + size : y;
        float tip = up ? y : y + size;
        fillColour(colour);
        content.moveTo(x, Paper.HEIGHT - base);
        content.lineTo(x + size, Paper.HEIGHT - base);
        content.lineTo(x + size / 2, Paper.HEIGHT - tip);
        content.fill();
    }

    private void stroke(float thickness, int colour, float[] dashes) throws IOException {
        strokeColour(colour);
        content.setLineWidth(thickness);
        content.setLineDashPattern(dashes, 0);
    }

    private void fillColour(int colour) throws IOException {
        content.setNonStrokingColor(red(colour), green(colour), blue(colour));
    }

    private void strokeColour(int colour) throws IOException {
        content.setStrokingColor(red(colour), green(colour), blue(colour));
    }

    private static float red(int colour) {
        return ((colour >> 16) & 0xFF) / 255f;
    }

    private static float green(int colour) {
        return ((colour >> 8) & 0xFF) / 255f;
    }

    private static float blue(int colour) {
        return (colour & 0xFF) / 255f;
    }
}
