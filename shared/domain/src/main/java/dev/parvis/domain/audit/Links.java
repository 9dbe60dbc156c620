package dev.parvis.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.audit.Verification.Kind;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The links of a chain that may hold entries of a span of time, each held against the one before and against its file.
 */
final class Links {
    private final Seals seals;
    private final Anchors anchors;
    private final WorkspaceId workspace;
    private final BiConsumer<Kind, String> finding;
    private final List<Seal> links = new ArrayList<>();
    private final Map<SealedEntry.Place, String> sealed = new HashMap<>();
    private final Set<SealedEntry.Place> late = new HashSet<>();

    Links(Seals seals, Anchors anchors, WorkspaceId workspace, BiConsumer<Kind, String> finding) {
        this.seals = seals;
        this.anchors = anchors;
        this.workspace = workspace;
        this.finding = finding;
    }

    /** What the links said of the places they name. */
    Map<SealedEntry.Place, String> sealed() {
        return sealed;
    }

    /** Places that were sealed when others of their time had been. */
    Set<SealedEntry.Place> late() {
        return late;
    }

    /** The links that were read, in order. */
    List<Seal> read() {
        return links;
    }

    /** @param end the last number of the chain, 0 when it has none */
    Links over(Instant from, Instant to, long end) {
        if (anchors.has(workspace, end + 1)) {
            finding.accept(Kind.SEAL_MISSING, "seal/" + (end + 1));
        }
        var start = start(from, end);
        var before = start > 1 ? seals.find(workspace, start - 1).orElse(null) : null;
        for (var number = start; number <= end; number++) {
            var seal = seals.find(workspace, number).orElse(null);
            if (seal == null) {
                finding.accept(Kind.SEAL_MISSING, "seal/" + number);
            } else {
                link(seal, before);
                if (!seal.upTo().minus(TrailSealer.LATE).isBefore(to)) {
                    return this;
                }
            }
            before = seal;
        }
        return this;
    }

    private void link(Seal seal, @Nullable Seal before) {
        var previous = seal.number() == 1 ? Seal.NONE : before == null ? null : before.hash();
        if (previous != null && !previous.equals(seal.previous())) {
            finding.accept(Kind.CHAIN_BROKEN, "seal/" + seal.number());
        }
        switch (anchors.look(seal)) {
            case SAME -> {}
            case OTHER -> finding.accept(Kind.FILE_DIFFERS, "seal/" + seal.number());
            case ABSENT -> finding.accept(Kind.FILE_MISSING, "seal/" + seal.number());
        }
        links.add(seal);
        for (var entry : seal.entries()) {
            sealed.put(entry.place(), entry.digest());
            if (before != null && entry.at().isBefore(before.upTo())) {
                late.add(entry.place());
            }
        }
    }

    /** The first link that looked at entries from {@code from} on: the instants of links never go back. */
    private long start(Instant from, long end) {
        var low = 1L;
        var high = end;
        while (low < high) {
            var middle = low + (high - low) / 2;
            var there = seals.find(workspace, middle).orElse(null);
            if (there != null && !there.upTo().isAfter(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
