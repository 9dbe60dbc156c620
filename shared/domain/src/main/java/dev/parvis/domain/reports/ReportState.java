package dev.parvis.domain.reports;

/** Where a report stands. */
public enum ReportState {
    WAITING,
    /** Computed and stored; its mails are on their way. */
    STORED,
    READY,
    FAILED
}
