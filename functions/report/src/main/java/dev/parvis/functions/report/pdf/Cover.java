package dev.parvis.functions.report.pdf;

import java.io.IOException;

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
        Paragraph brand = setter.paragraph(document.brand(), BRAND, Paper.COLUMN, 1);
        PDStructureElement owner = paper.structure().child(paper.structure().top(), "P");
        paper.structure().say(owner, brand.text());
        float middle = (BAND - BRAND.leading()) / 2;
        paper.tagged(owner, pen -> pen.lines(brand.lines(), Paper.LEFT, middle, Paper.COLUMN, BRAND, Align.LEFT));
        paper.down(24);
        paragraph("H1", document.title(), TITLE, 3);
        paper.down(4);
        paragraph("P", formats.period(document.period()), PERIOD, 2);
        paper.down(8);
        paragraph("P", Wording.PREPARED_BY.in(document.language()) + document.workspace(), Style.SMALL, 2);
        String frozen = Wording.GENERATED.in(document.language()) + formats.moment(document.generatedAt());
        paragraph("P", frozen, Style.SMALL, 2);
        paper.down(12);
        paper.artifact(pen -> pen.rule(Paper.LEFT, paper.y(), Paper.LEFT + Paper.COLUMN, paper.y(), 0.7f, Ink.RULE));
        paper.down(10);
    }

    private void paragraph(String type, String text, Style style, int atMost) throws IOException {
        paper.paragraph(type, setter.paragraph(text, style, Paper.COLUMN, atMost));
    }
}
