package dev.parvis.domain.reports;

import java.util.Optional;

/**
 * What a mailed link names: a report, and the recipient it was mailed to. Whoever is no longer among the report's
 * recipients can no longer read it.
 */
public record ReportLink(String workspace, String report, String recipient) {
    /** What the link's token is made for. */
    public static final String PURPOSE = "report link";

    public static ReportLink to(Report report, String recipient) {
        return new ReportLink(report.workspace().value(), report.report().value(), recipient);
    }

    /** Whether the recipient is still one of the report's. */
    public boolean isFor(Report there) {
        return there.recipients().contains(recipient);
    }

    public String payload() {
        return workspace + "\n" + report + "\n" + recipient;
    }

    public static Optional<ReportLink> parse(String payload) {
        var parts = payload.split("\n", -1);
        return parts.length == 3 ? Optional.of(new ReportLink(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ReportLink[" + report + "]";
    }
}
