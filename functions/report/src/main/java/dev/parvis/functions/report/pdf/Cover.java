package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.Wording;

/** The block at the head of the first page: whose report, over which days, by whom, from data of when. */
final class Cover {
    private static final Style BRAND = new Style(11, true, Ink.WHITE);
    private static final Style TITLE = new Style(25, true, Ink.BRAND);
    private static final Style PERIOD = new Style(13, false, Ink.TEXT);
    private static final float BAND = 46;

    private final Paper paper;
    private final TextSetter setter;

    Cover(Paper paper, TextSetter setter) {
        this.paper = paper;
        this.setter = setter;
    }

    void draw(ReportDocument document, Formats formats) throws IOException {
        paper.artifact(pen -> pen.fill(0, 0, Paper.WIDTH, BAND, Ink.BRAND));
        List<Line> brand = setter.lines(document.brand(), BRAND, Paper.COLUMN, 1);
        PDStructureElement owner = paper.structure().child(paper.structure().top(), "P");
        paper.tagged(
                owner,
                pen -> pen.lines(brand, Paper.LEFT, (BAND - BRAND.leading()) / 2, Paper.COLUMN, BRAND, Align.START));
        paper.down(24);
        paper.paragraph("H1", setter.lines(document.title(), TITLE, Paper.COLUMN, 3), TITLE);
        paper.down(4);
        paper.paragraph("P", setter.lines(formats.period(document.period()), PERIOD, Paper.COLUMN, 2), PERIOD);
        paper.down(8);
        String by = Wording.PREPARED_BY.in(document.language()) + document.workspace();
        String frozen = Wording.GENERATED.in(document.language()) + formats.moment(document.generatedAt());
        paper.paragraph("P", setter.lines(by, Style.SMALL, Paper.COLUMN, 2), Style.SMALL);
        paper.paragraph("P", setter.lines(frozen, Style.SMALL, Paper.COLUMN, 2), Style.SMALL);
        paper.down(12);
        paper.artifact(pen -> pen.rule(Paper.LEFT, paper.y(), Paper.LEFT + Paper.COLUMN, paper.y(), 0.7f, Ink.RULE));
        paper.down(10);
    }
}
