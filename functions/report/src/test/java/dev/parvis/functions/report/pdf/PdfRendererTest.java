package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.SampleReports;

import static org.assertj.core.api.Assertions.assertThat;

class PdfRendererTest {
    private final PdfRenderer renderer = new PdfRenderer();

    @Test
    void look() throws IOException {
        Rendered french = renderer.render(SampleReports.monthly(ReportLanguage.FRENCH));
        Rendered english = renderer.render(SampleReports.monthly(ReportLanguage.ENGLISH));

        Files.write(Path.of("target/report-fr.pdf"), french.bytes());
        Files.write(Path.of("target/report-en.pdf"), english.bytes());
        System.out.println(french.pages() + " " + french.bytes().length + " " + french.missingGlyphNames());

        assertThat(french.pages()).isPositive();
    }
}
