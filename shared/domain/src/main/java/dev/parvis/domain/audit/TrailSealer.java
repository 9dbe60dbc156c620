package dev.parvis.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.stored.PageRequest;

/**
 * Chains what was written into a trail since the last time. Entries are plain writes that nobody queues for, and some
 * come with a time that has passed (a deed is dated when it was done, so that repeating it is one entry): entries are
 * sealed once they are {@link #SETTLED} old, and those that came up to {@link #LATE} after their time are found too.
 * Entries of no workspace wait for those of another. Killed anywhere and begun again, it makes the same chain.
 */
public final class TrailSealer {
    /** An entry dated this far back has surely been written by whoever is not late. */
    public static final Duration SETTLED = Duration.ofMinutes(15);
    /** Entries that come later than this after their time stay unsealed, and a verification says so. */
    public static final Duration LATE = Duration.ofDays(40);

    private final Audit audit;
    private final Seals seals;
    private final Anchors anchors;

    /** The chain is not as it was left: nothing is added to it. A verification says what is wrong. */
    public static final class Forked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Forked(long number, String what) {
            super("seal " + number + " " + what);
        }
    }

    public TrailSealer(Audit audit, Seals seals, Files files) {
        this.audit = audit;
        this.seals = seals;
        this.anchors = new Anchors(files);
    }

    /**
     * Seals what there is to seal, as long as {@code more} allows another link.
     *
     * @return where the chain ends now
     * @throws Forked when the chain was tampered with
     */
    public SealOrder seal(SealOrder order, Instant now, BooleanSupplier more) {
        var head = caughtUp(order);
        var upTo = now.minus(SETTLED).truncatedTo(ChronoUnit.MILLIS);
        if (!upTo.isAfter(head.upTo())) {
            return head;
        }
        var fresh = fresh(head, upTo);
        for (var from = 0; from < fresh.size() && more.getAsBoolean(); from += Seal.MOST) {
            var until = Math.min(from + Seal.MOST, fresh.size());
            var seen = until == fresh.size() ? upTo : fresh.get(until - 1).at().plusMillis(1);
            var seal = next(head, now, later(head.upTo(), seen), fresh.subList(from, until));
            if (!seals.append(seal)) {
                // Another worker was faster: what it has sealed is not ours to seal again.
                return caughtUp(head);
            }
            head = anchored(head, seal);
        }
        return head;
    }

    private static Seal next(SealOrder head, Instant now, Instant upTo, List<SealedEntry> entries) {
        return new Seal(head.workspace(), head.number() + 1, now, upTo, head.hash(), entries);
    }

    /** Links that a worker added and died before it could say so. */
    private SealOrder caughtUp(SealOrder order) {
        var head = order;
        for (var next = seals.find(head.workspace(), head.number() + 1);
                next.isPresent();
                next = seals.find(head.workspace(), head.number() + 1)) {
            head = anchored(head, next.get());
        }
        return head;
    }

    private SealOrder anchored(SealOrder head, Seal seal) {
        if (!seal.previous().equals(head.hash())) {
            throw new Forked(seal.number(), "does not follow the link before it");
        }
        if (!anchors.put(seal)) {
            throw new Forked(seal.number(), "is not what its file says");
        }
        return head.after(seal);
    }

    private List<SealedEntry> fresh(SealOrder head, Instant upTo) {
        var from = head.upTo().minus(LATE);
        var before = before(head, from);
        var fresh = new ArrayList<SealedEntry>();
        var page = PageRequest.first(PageRequest.MOST);
        while (true) {
            var found = audit.kept(head.workspace(), from, upTo, page);
            found.items().stream()
                    .map(Kept::sealed)
                    .filter(entry -> !before.contains(entry.place()))
                    .forEach(fresh::add);
            if (found.next().isEmpty()) {
                return fresh;
            }
            page = new PageRequest(PageRequest.MOST, found.next());
        }
    }

    /** Where the entries lie, from an instant on, that are sealed already. */
    private Set<SealedEntry.Place> before(SealOrder head, Instant from) {
        var places = new HashSet<SealedEntry.Place>();
        for (var number = head.number(); number > 0; number--) {
            var seal = there(head, number);
            if (!seal.upTo().isAfter(from)) {
                break;
            }
            seal.entries().forEach(entry -> places.add(entry.place()));
        }
        return places;
    }

    private Seal there(SealOrder head, long number) {
        return seals.find(head.workspace(), number).orElseThrow(() -> new Forked(number, "is gone"));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
