package dev.parvis.domain.reports;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Reports in memory: rows of the agenda. */
public final class InMemoryReports implements Reports {
    private final InMemoryAgenda agenda;

    public InMemoryReports(InMemoryAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public Change<Report> create(Report report, Instant due) {
        return agenda.put(Kind.REPORT, report, Optional.of(due))
                ? new Change.Done<>(report)
                : new Change.Refused<>("this report is there already");
    }

    @Override
    public Optional<Report> find(WorkspaceId workspace, ReportId id) {
        return agenda.find(Kind.REPORT, workspace, id.value());
    }

    @Override
    public Page<Report> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var found = agenda.all(Kind.REPORT, workspace, report -> report.brand().equals(brand)).stream()
                .sorted(Comparator.comparing(Report::createdAt)
                        .thenComparing(Report::id)
                        .reversed())
                .toList();
        return Slices.of(found, page);
    }

    @Override
    public Change<Report> delete(WorkspaceId workspace, ReportId id, long version) {
        synchronized (agenda) {
            var there = find(workspace, id);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != version) {
                return new Change.Conflict<>(there.get());
            }
            agenda.remove(Kind.REPORT, workspace, id.value());
            return new Change.Done<>(there.get());
        }
    }
}
