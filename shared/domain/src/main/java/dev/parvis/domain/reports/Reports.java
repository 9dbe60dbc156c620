package dev.parvis.domain.reports;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Reports asked for and made. */
public interface Reports {
    /** Keeps it and puts it on the agenda at {@code due}; refused when this report is there already. */
    Change<Report> create(Report report, Instant due);

    Optional<Report> find(WorkspaceId workspace, ReportId id);

    /** A brand's reports, newest first. */
    Page<Report> list(WorkspaceId workspace, BrandId brand, PageRequest page);

    Change<Report> delete(WorkspaceId workspace, ReportId id, long version);
}
