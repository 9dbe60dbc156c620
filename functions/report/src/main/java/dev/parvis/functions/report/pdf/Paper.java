package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * The pages being filled, top to bottom, in points from the top left corner. Whatever is drawn is drawn inside
 * {@link #tagged} or {@link #artifact}, so nothing on a page is invisible to a screen reader by mistake.
 */
final class Paper implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float LEFT = 48;
    static final float TOP = 64;
    static final float BOTTOM = HEIGHT - 60;
    static final float COLUMN = WIDTH - 2 * LEFT;

    /** What is drawn between two marks. */
    interface Drawing {
        void draw(Pen pen) throws IOException;
    }

    private final PDDocument document;
    private final FontShelf shelf;
    private final Structure structure;
    private final Map<FontFile, PDType0Font> fonts = new EnumMap<>(FontFile.class);
    private PDPage page;
    private PDPageContentStream content;
    private float y = TOP;

    Paper(PDDocument document, FontShelf shelf, Structure structure) throws IOException {
        this.document = document;
        this.shelf = shelf;
        this.structure = structure;
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
    }

    Structure structure() {
        return structure;
    }

    float y() {
        return y;
    }

    void down(float points) {
        y += points;
    }

    /** Goes on to a new page unless that much room is left; says whether it did. */
    boolean need(float points) throws IOException {
        if (y + points <= BOTTOM) {
            return false;
        }
        content.close();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = TOP;
        return true;
    }

    void tagged(PDStructureElement element, Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), structure.mark(page, element));
        drawing.draw(new Pen(content, this::font));
        content.endMarkedContent();
    }

    /** Draws a text that leads to a web page, which must be {@link WebLink#isSafe safe}. */
    void linked(PDStructureElement parent, Place place, String url, Drawing drawing) throws IOException {
        PDStructureElement element = structure.child(parent, "Link");
        tagged(element, drawing);
        PDAnnotationLink annotation = WebLink.over(place.x(), place.top(), place.width(), place.height(), url);
        annotation.setPage(page);
        page.getAnnotations().add(annotation);
        structure.link(page, element, annotation);
    }

    /** A rectangle on the page. */
    record Place(float x, float top, float width, float height) {}

    void artifact(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw(new Pen(content, this::font));
        content.endMarkedContent();
    }

    /** Draws a paragraph down from the cursor as one element of a type, page breaks falling between lines. */
    void paragraph(String type, Paragraph paragraph) throws IOException {
        PDStructureElement element = structure.child(structure.top(), type);
        structure.say(element, paragraph.text());
        Style style = paragraph.style();
        List<Line> lines = paragraph.lines();
        int at = 0;
        while (at < lines.size()) {
            need(style.leading());
            int fitting = Math.max(1, Math.min(lines.size() - at, (int) ((BOTTOM - y) / style.leading())));
            List<Line> here = lines.subList(at, at + fitting);
            tagged(element, pen -> pen.lines(here, LEFT, y, COLUMN, style, Align.LEFT));
            y += fitting * style.leading();
            at += fitting;
        }
    }

    /** Draws on every page once all are there: running heads and feet. */
    void onEveryPage(PageDrawing drawing) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (var over = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                over.beginMarkedContent(COSName.ARTIFACT);
                drawing.draw(new Pen(over, this::font), i + 1, pages);
                over.endMarkedContent();
            }
        }
    }

    interface PageDrawing {
        void draw(Pen pen, int page, int pages) throws IOException;
    }

    private PDType0Font font(FontFile file) throws IOException {
        PDType0Font font = fonts.get(file);
        if (font == null) {
            font = PDType0Font.load(document, shelf.face(file).font(), true);
            fonts.put(file, font);
        }
        return font;
    }

    /** Closes the page that is still open, if drawing failed before the last one was finished. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}
