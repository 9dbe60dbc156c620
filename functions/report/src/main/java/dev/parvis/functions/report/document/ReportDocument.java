package dev.parvis.functions.report.document;

import java.time.Instant;
import java.util.List;

/**
 * One report, whole and layout-neutral: the same value gives byte-identical files.
 *
 * @param title what the report is, in its language ("Rapport mensuel")
 * @param brand the client's brand, as printed on the cover
 * @param workspace who prepared it, as printed on the cover
 * @param period the days it covers and the zone in which they are days
 * @param generatedAt when the data set was frozen; also the date of the files
 * @param language of every text that the renderers add; headings and labels are expected in it already
 * @param sections in printing order
 */
public record ReportDocument(
        String title,
        String brand,
        String workspace,
        Period period,
        Instant generatedAt,
        ReportLanguage language,
        List<Section> sections) {
    public ReportDocument {
        sections = List.copyOf(sections);
    }
}
