package dev.parvis.domain.reports;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A report, asked for or of a month.
 *
 * @param monthly whether finishing it orders the next month's
 * @param mailed the recipients who have been mailed so far
 */
public record Report(
        WorkspaceId workspace,
        ReportId report,
        BrandId brand,
        Period period,
        Language language,
        boolean monthly,
        List<String> recipients,
        List<String> mailed,
        ReportState state,
        String reason,
        Instant createdAt,
        long version)
        implements Work {
    public Report {
        recipients = List.copyOf(recipients);
        mailed = List.copyOf(mailed);
    }

    @Override
    public String id() {
        return report.value();
    }

    /** Where its files lie: {@code pdf}, {@code figures.csv}, {@code posts.csv}, {@code data.json}. */
    public String fileKey(String file) {
        return "w/" + workspace + "/reports/" + report + "/" + file;
    }

    public Report in(ReportState now, String why, List<String> mailedSoFar) {
        return new Report(
                workspace,
                report,
                brand,
                period,
                language,
                monthly,
                recipients,
                mailedSoFar,
                now,
                why,
                createdAt,
                version + 1);
    }
}
