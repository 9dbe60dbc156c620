package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.audit.Verification.Finding;
import dev.parvis.domain.audit.Verification.Kind;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Recomputes a month of the chain from what lies in the table, and holds it against the files outside it: every link
 * that may hold an entry of the month, the hash it names of the link before, its file, and every entry of the month.
 * What it cannot see: an entry slipped in with a time of the last {@link TrailSealer#LATE} before it was ever sealed; those
 * are counted as late.
 */
public final class TrailVerifier {
    private final Audit audit;
    private final Seals seals;
    private final Anchors anchors;

    public TrailVerifier(Audit audit, Seals seals, Files files) {
        this.audit = audit;
        this.seals = seals;
        this.anchors = new Anchors(files);
    }

    /** @param month in UTC, as the trail is kept */
    public Verification verify(WorkspaceId workspace, YearMonth month) {
        var from = midnight(month);
        var to = midnight(month.plusMonths(1));
        var findings = new ArrayList<Finding>();
        var end = seals.latest(workspace);
        var links = new Links(seals, anchors, workspace, (kind, subject) -> findings.add(new Finding(kind, subject)))
                .over(from, to, end.map(Seal::number).orElse(0L));
        var sealer = end.map(seal -> seal.upTo().minus(TrailSealer.LATE)).orElse(Instant.MIN);
        var count = new Count(links, sealer, findings);
        entries(workspace, from, to).forEach(count::look);
        count.missing(from, to);
        var read = links.read();
        return new Verification(
                month,
                count.entries,
                count.good,
                count.late,
                count.waiting,
                read.isEmpty() ? 0 : read.getFirst().number(),
                read.isEmpty() ? 0 : read.getLast().number(),
                read.isEmpty() ? Seal.NONE : read.getLast().hash(),
                findings.subList(0, Math.min(findings.size(), Verification.MOST_FINDINGS)));
    }

    private List<SealedEntry> entries(WorkspaceId workspace, Instant from, Instant to) {
        var entries = new ArrayList<SealedEntry>();
        var page = PageRequest.first(PageRequest.MOST);
        while (true) {
            var found = audit.kept(workspace, from, to, page);
            found.items().stream().map(Kept::sealed).forEach(entries::add);
            if (found.next().isEmpty()) {
                return entries;
            }
            page = new PageRequest(PageRequest.MOST, found.next());
        }
    }

    private static Instant midnight(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The entries of a month against what the links said of them. */
    private static final class Count {
        private final Links links;
        private final Map<SealedEntry.Place, String> left;
        private final Instant sealer;
        private final List<Finding> findings;
        private int entries;
        private int good;
        private int late;
        private int waiting;

        /** @param sealer from here on the sealer will still look */
        Count(Links links, Instant sealer, List<Finding> findings) {
            this.links = links;
            this.left = new HashMap<>(links.sealed());
            this.sealer = sealer;
            this.findings = findings;
        }

        void look(SealedEntry entry) {
            entries++;
            var said = left.remove(entry.place());
            if (entry.digest().equals(said)) {
                good++;
                late += links.late().contains(entry.place()) ? 1 : 0;
            } else if (said != null) {
                found(Kind.ENTRY_CHANGED, entry.place());
            } else if (entry.at().isBefore(sealer)) {
                found(Kind.ENTRY_UNSEALED, entry.place());
            } else {
                waiting++;
            }
        }

        /** What the links name and nobody has seen. */
        void missing(Instant from, Instant to) {
            left.keySet().stream()
                    .filter(place -> !place.at().isBefore(from) && place.at().isBefore(to))
                    .sorted(Comparator.comparing(SealedEntry.Place::at).thenComparing(SealedEntry.Place::id))
                    .forEach(place -> found(Kind.ENTRY_MISSING, place));
        }

        private void found(Kind kind, SealedEntry.Place place) {
            findings.add(new Finding(kind, "entry/" + place.at() + "/" + place.id()));
        }
    }
}
