package dev.parvis.table;

import java.time.LocalDate;
import java.time.ZoneId;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Reports asked for and made. */
final class ReportCodec implements WorkCodec<Report> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.REPORT, new ReportId(id).value());
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.REPORT);
    }

    @Override
    public Attributes encode(Report report) {
        return Attributes.at(key(report))
                .text("brand", report.brand().value())
                .text("from", report.period().from().toString())
                .text("to", report.period().to().toString())
                .text("zone", report.period().zone().getId())
                .text("language", report.language().name())
                .flag("monthly", report.monthly())
                .texts("recipients", report.recipients())
                .texts("mailed", report.mailed())
                .text("state", report.state().name())
                .textUnlessEmpty("reason", report.reason())
                .instant("createdAt", report.createdAt())
                .number("version", report.version())
                .text("reportsPk", Keys.reports(report.workspace(), report.brand()))
                .text("reportsSk", Keys.at(report.createdAt(), report.id()));
    }

    @Override
    public Report decode(Row row) {
        return new Report(
                row.key().workspace(),
                new ReportId(id(row.key())),
                row.as("brand", BrandId::new),
                period(row),
                row.as("language", Language::valueOf),
                row.flag("monthly"),
                row.texts("recipients"),
                row.texts("mailed"),
                row.as("state", ReportState::valueOf),
                row.textOrEmpty("reason"),
                row.instant("createdAt"),
                row.number("version"));
    }

    private static Period period(Row row) {
        return new Period(row.as("from", LocalDate::parse), row.as("to", LocalDate::parse), row.as("zone", ZoneId::of));
    }
}
