package dev.parvis.domain.reports;

import dev.parvis.domain.stored.Check;

/** A report of a workspace: a ULID, or {@code M-yyyy-MM-BRAND} for a month's. */
public record ReportId(String value) {
    public ReportId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
