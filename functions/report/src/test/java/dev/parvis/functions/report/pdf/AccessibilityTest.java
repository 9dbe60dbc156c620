package dev.parvis.functions.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.SampleReports;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks veraPDF whether a report is PDF/UA-1, as far as a machine can say. */
class AccessibilityTest {

    @BeforeAll
    static void chooseTheParser() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void a_month_meets_every_rule_of_pdf_ua_1_that_a_machine_can_check(ReportLanguage language) throws Exception {
        assertThat(findings(SampleReports.monthly(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void so_do_many_pages_and_a_report_of_nothing(ReportLanguage language) throws Exception {
        ReportDocument many =
                SampleReports.of(language, List.of(SampleReports.posts(200), SampleReports.mentions(100)));
        ReportDocument none = SampleReports.of(language, List.of());

        assertThat(findings(many)).isEmpty();
        assertThat(findings(none)).isEmpty();
    }

    private static TreeSet<String> findings(ReportDocument report) throws VeraPDFException, IOException {
        byte[] bytes = new PdfRenderer().render(report).bytes();
        PDFAFlavour accessible = PDFAFlavour.PDFUA_1;
        TreeSet<String> findings = new TreeSet<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), accessible);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(accessible, false)) {
            for (TestAssertion failed : validator.validate(parser).getTestAssertions()) {
                findings.add(failed.getRuleId().getClause() + " " + failed.getMessage());
            }
        }
        return findings;
    }
}
