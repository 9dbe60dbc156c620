package dev.parvis.functions.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.pdmodel.PDDocument;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.Wording;

/**
 * Sets a report as a tagged A4 PDF with its fonts embedded. The same report gives the same bytes: dates and the
 * document's id come from it. Nothing outside the jar is read and nothing is fetched, whatever the texts say; a
 * character that no font has becomes a framed code point and is listed in {@link Rendered#missingGlyphs}. Keep one
 * renderer: fonts are parsed on first need and reused. Calls are taken one at a time.
 */
public final class PdfRenderer {
    private final FontShelf shelf = new FontShelf();

    public synchronized Rendered render(ReportDocument report) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16)) {
            TextSetter setter = new TextSetter(shelf);
            Description.write(document, report);
            Structure structure = new Structure(document);
            try (Paper paper = new Paper(document, shelf, structure)) {
                new Sections(paper, setter, report).draw();
                frame(paper, setter, report);
            }
            structure.finish();
            document.save(out);
            return new Rendered(out.toByteArray(), document.getNumberOfPages(), setter.missing());
        } catch (IOException e) {
            throw new UncheckedIOException("render the report of " + report.period(), e);
        }
    }

    private static void frame(Paper paper, TextSetter setter, ReportDocument report) throws IOException {
        Formats formats = new Formats(report.language(), report.period().zone());
        Line brand = setter.lines(report.brand() + " · " + report.title(), Style.SMALL, Paper.COLUMN * 0.6f, 1)
                .getFirst();
        Line period = setter.line(formats.period(report.period()), Style.SMALL);
        Line workspace = setter.lines(report.workspace(), Style.SMALL, Paper.COLUMN * 0.6f, 1)
                .getFirst();
        paper.onEveryPage((pen, page, pages) -> {
            if (page > 1) {
                pen.line(brand, Paper.LEFT, 30, Paper.COLUMN, Style.SMALL, Align.LEFT);
                pen.line(period, Paper.LEFT, 30, Paper.COLUMN, Style.SMALL, Align.END);
                pen.rule(Paper.LEFT, 46, Paper.LEFT + Paper.COLUMN, 46, 0.5f, Ink.RULE);
            }
            Line number = setter.line(Wording.PAGE.in(report.language()) + " " + page + "/" + pages, Style.SMALL);
            pen.line(workspace, Paper.LEFT, Paper.HEIGHT - 40, Paper.COLUMN, Style.SMALL, Align.LEFT);
            pen.line(number, Paper.LEFT, Paper.HEIGHT - 40, Paper.COLUMN, Style.SMALL, Align.END);
        });
    }
}
