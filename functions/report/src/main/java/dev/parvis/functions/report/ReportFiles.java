package dev.parvis.functions.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.reports.Report;
import dev.parvis.functions.report.contents.ReportContents;
import dev.parvis.functions.report.csv.CsvRenderer;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.data.DatasetJson;
import dev.parvis.functions.report.pdf.PdfRenderer;

/**
 * The files of a report. Each is written once: what is there already is left as it is, and since all are made from the
 * one frozen data set, a file written by a worker that died says what ours would have said.
 */
final class ReportFiles {
    static final String DATA = "data.json";
    static final String PDF = "report.pdf";
    static final String FIGURES = "figures.csv";
    static final String POSTS = "posts.csv";

    private static final String CSV_TYPE = "text/csv; charset=utf-8";

    private final Supplier<Files> files;
    private final PdfRenderer pdf = new PdfRenderer();
    private final CsvRenderer csv = new CsvRenderer();

    /** @param missing code points that no font has */
    record Made(int pages, long bytes, List<String> missing) {}

    /** @param files asked at the first file only */
    ReportFiles(Supplier<Files> files) {
        this.files = files;
    }

    /** Keeps the data set, unless one is kept already; the answer is the one that is kept. */
    Dataset freeze(Report report, Dataset data) {
        var key = report.fileKey(DATA);
        var bytes = DatasetJson.write(data);
        return files.get().create(key, "application/json", bytes)
                ? DatasetJson.read(bytes)
                : frozen(report)
                        .orElseThrow(() -> new IllegalStateException("the frozen data set is neither new nor there"));
    }

    /** The data set that was kept; empty when it was erased. */
    Optional<Dataset> frozen(Report report) {
        return files.get().read(report.fileKey(DATA), DatasetJson.MOST_BYTES).map(DatasetJson::read);
    }

    Made make(Report report, Dataset data) {
        var document = ReportContents.of(data);
        var rendered = pdf.render(document);
        create(report, PDF, "application/pdf", rendered.bytes());
        create(report, FIGURES, CSV_TYPE, csv.figures(document));
        create(report, POSTS, CSV_TYPE, csv.posts(document));
        return new Made(rendered.pages(), rendered.bytes().length, rendered.missingGlyphNames());
    }

    private void create(Report report, String file, String type, byte[] bytes) {
        files.get().create(report.fileKey(file), type, bytes);
    }
}
