package dev.parvis.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Reports, which stand on the agenda until they are made and mailed. */
final class TableReports implements Reports {
    private final Rows rows;
    private final ReportCodec codec = new ReportCodec();
    private final OnAgenda<Report> reports;

    TableReports(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.reports = new OnAgenda<>(rows, Kind.REPORT, codec, settings);
    }

    @Override
    public Change<Report> create(Report report, Instant due) {
        return switch (reports.create(report, Optional.of(due.truncatedTo(ChronoUnit.MILLIS)), Expression.NEW)) {
            case Wrote.Done(Row row) -> new Change.Done<>(codec.decode(row));
            case Wrote.Lost lost -> new Change.Refused<>("this report is there already");
        };
    }

    @Override
    public Optional<Report> find(WorkspaceId workspace, ReportId id) {
        return reports.find(codec.key(workspace, id.value()));
    }

    /** One query over keys, one batch for the rows. */
    @Override
    public Page<Report> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var range = Range.index("ReportsByTime", "reports", Keys.reports(workspace, brand))
                .backwards();
        var keys = rows.page(range, page);
        var found = rows.batch(keys.items().stream().map(Row::key).toList());
        var shown = keys.items().stream()
                .flatMap(row -> Optional.ofNullable(found.get(row.key())).stream())
                .map(codec::decode)
                .toList();
        return new Page<>(shown, keys.next());
    }

    @Override
    public Change<Report> delete(WorkspaceId workspace, ReportId id, long version) {
        return reports.delete(codec.key(workspace, id.value()), version);
    }
}
