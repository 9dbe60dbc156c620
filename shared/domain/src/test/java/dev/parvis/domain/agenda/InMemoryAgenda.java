package dev.parvis.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.Slices;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The agenda in memory. The other fakes keep their rows of work in it. Thread-safe. */
public final class InMemoryAgenda implements Agenda {
    private final InstantSource clock;
    private final Duration lease;
    private final Map<Address, Entry> rows = new TreeMap<>(Comparator.comparing(Address::kind)
            .thenComparing(a -> a.workspace().value())
            .thenComparing(Address::id));
    private long owners;

    private record Address(String kind, WorkspaceId workspace, String id) {
        static Address of(Kind<?> kind, Work work) {
            return new Address(kind.name(), work.workspace(), work.id());
        }
    }

    /** @param look where it stands: its due time, or the end of its lease */
    private record Entry(
            Work work,
            long fence,
            String owner,
            int claims,
            @Nullable Instant due,
            @Nullable Instant look,
            @Nullable Instant stuckSince) {
        Entry aside(Instant since) {
            return new Entry(work, fence + 1, "", claims, due, null, since);
        }
    }

    public InMemoryAgenda(InstantSource clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** What a look has met is leased, or gone: the next one need not be told where to go on. */
    @Override
    public synchronized <W extends Work> Claims<W> claim(Kind<W> kind, Wanted wanted) {
        var found = rows.entrySet().stream()
                .filter(row -> row.getKey().kind().equals(kind.name()))
                .filter(row ->
                        row.getValue().look() != null && !row.getValue().look().isAfter(wanted.horizon()))
                .filter(row ->
                        row.getValue().claims() == 0 || !row.getValue().look().isAfter(clock.instant()))
                .filter(row -> wanted.whose().test(row.getKey().workspace()))
                .sorted(Comparator.comparing(row -> row.getValue().look()))
                .map(Map.Entry::getKey)
                .toList();
        var oldest = found.stream().findFirst().map(address -> rows.get(address).look());
        var claims = new ArrayList<Claim<W>>();
        var stuck = 0;
        for (var address : found.subList(0, Math.min(wanted.limit(), found.size()))) {
            var entry = rows.get(address);
            if (entry.claims() >= Kind.MOST_CLAIMS) {
                rows.put(address, entry.aside(clock.instant()));
                stuck++;
            } else {
                claims.add(claim(kind, address, entry, true));
            }
        }
        claims.sort(Comparator.comparing(Claim::due));
        var earliest = claims.stream().map(Claim::due).reduce((a, b) -> a.isBefore(b) ? a : b);
        var oldestDue =
                earliest.filter(due -> due.isBefore(oldest.orElse(Instant.MAX))).or(() -> oldest);
        return new Claims<>(
                claims, oldestDue, found.size() >= wanted.limit() ? Optional.of("more") : Optional.empty(), stuck);
    }

    @Override
    public synchronized <W extends Work> Optional<Claim<W>> claimOne(Kind<W> kind, WorkspaceId workspace, String id) {
        var address = new Address(kind.name(), workspace, id);
        var entry = rows.get(address);
        var free = entry != null
                && entry.look() != null
                && entry.claims() < Kind.MOST_CLAIMS
                && (entry.claims() == 0 || !entry.look().isAfter(clock.instant()));
        return free ? Optional.of(claim(kind, address, entry, false)) : Optional.empty();
    }

    private <W extends Work> Claim<W> claim(Kind<W> kind, Address address, Entry entry, boolean polled) {
        var isPolled = polled && entry.work() instanceof Source;
        var wait = isPolled ? ((Source) entry.work()).every() : lease;
        var until = clock.instant().plus(wait);
        var claims = entry.claims() + (kind.countsClaims() ? 1 : 0);
        var due = isPolled ? entry.look() : entry.due();
        var owner = "owner-" + ++owners;
        var next = isPolled ? until : entry.due();
        rows.put(address, new Entry(entry.work(), entry.fence() + 1, owner, claims, next, until, null));
        return new Claim<>(
                kind, kind.type().cast(entry.work()), due, new Lease(owner, entry.fence() + 1, until, claims));
    }

    @Override
    public <W extends Work> Written progress(Claim<W> claim, W now) {
        return write(
                claim, now, claim.lease().claims(), claim.due(), claim.lease().until());
    }

    @Override
    public <W extends Work> Written finish(Claim<W> claim, W now, Next next) {
        return switch (next) {
            case Next.Never never -> write(claim, now, 0, null, null);
            case Next.At(Instant due) -> write(claim, now, 0, due, due);
        };
    }

    private synchronized <W extends Work> Written write(
            Claim<W> claim, W now, int claims, @Nullable Instant due, @Nullable Instant look) {
        if (!now.id().equals(claim.work().id())
                || !now.workspace().equals(claim.work().workspace())) {
            throw new IllegalArgumentException("a claim on one row cannot write another");
        }
        var address = Address.of(claim.kind(), now);
        var there = rows.get(address);
        var lease = claim.lease();
        if (there == null || there.fence() != lease.fence() || !there.owner().equals(lease.owner())) {
            return Written.FENCED_OFF;
        }
        rows.put(address, new Entry(now, lease.fence(), lease.owner(), claims, due, look, null));
        return Written.DONE;
    }

    @Override
    public synchronized <W extends Work> boolean add(Kind<W> kind, W work, Instant due) {
        return put(kind, work, Optional.of(due));
    }

    @Override
    public synchronized <W extends Work> boolean hasten(Kind<W> kind, W work, Instant due) {
        var there = rows.get(Address.of(kind, work));
        if (there == null
                || there.look() == null
                || there.claims() > 0
                || !there.look().isAfter(due)) {
            return false;
        }
        rows.put(
                Address.of(kind, work),
                new Entry(there.work(), there.fence(), there.owner(), there.claims(), due, due, null));
        return true;
    }

    @Override
    public synchronized Page<Stuck> stuck(WorkspaceId workspace, PageRequest page) {
        var all = new ArrayList<Stuck>();
        rows.forEach((address, entry) -> {
            if (entry.stuckSince() != null && address.workspace().equals(workspace)) {
                all.add(new Stuck(address.kind(), address.id(), entry.stuckSince(), entry.due()));
            }
        });
        all.sort(Comparator.comparing(Stuck::since).reversed());
        return Slices.of(all, page);
    }

    @Override
    public synchronized <W extends Work> Change<W> putBack(Kind<W> kind, WorkspaceId workspace, String id) {
        var address = new Address(kind.name(), workspace, id);
        var there = rows.get(address);
        if (there == null || there.stuckSince() == null) {
            return new Change.Missing<>();
        }
        var again = kind.again().apply(kind.type().cast(there.work()));
        rows.put(address, new Entry(again, there.fence() + 1, "", 0, clock.instant(), clock.instant(), null));
        return new Change.Done<>(again);
    }

    /** Keeps a new row, on the agenda or off it; false when there is one of this kind and id. */
    public synchronized <W extends Work> boolean put(Kind<W> kind, W work, Optional<Instant> due) {
        var entry = new Entry(work, 1, "", 0, due.orElse(null), due.orElse(null), null);
        return rows.putIfAbsent(Address.of(kind, work), entry) == null;
    }

    /** A person's edit: writes the row over what is there, and fences off whoever holds it. */
    public synchronized <W extends Work> void edit(Kind<W> kind, W work, Optional<Instant> due) {
        var there = rows.get(Address.of(kind, work));
        var fence = there == null ? 1 : there.fence() + 1;
        rows.put(Address.of(kind, work), new Entry(work, fence, "", 0, due.orElse(null), due.orElse(null), null));
    }

    public synchronized <W extends Work> void remove(Kind<W> kind, WorkspaceId workspace, String id) {
        rows.remove(new Address(kind.name(), workspace, id));
    }

    /** When a row is looked at next: the end of the lease that it is under, or, where that is not asked for, its due time. */
    public synchronized <W extends Work> Optional<Instant> lookedAt(
            Kind<W> kind, WorkspaceId workspace, String id, boolean onlyHeld) {
        return Optional.ofNullable(rows.get(new Address(kind.name(), workspace, id)))
                .filter(entry -> !onlyHeld || entry.claims() > 0)
                .flatMap(entry -> Optional.ofNullable(entry.look()));
    }

    public synchronized <W extends Work> Optional<W> find(Kind<W> kind, WorkspaceId workspace, String id) {
        return Optional.ofNullable(rows.get(new Address(kind.name(), workspace, id)))
                .map(entry -> kind.type().cast(entry.work()));
    }

    /** Every row of a kind in a workspace, by id. */
    public synchronized <W extends Work> List<W> all(Kind<W> kind, WorkspaceId workspace, Predicate<W> wanted) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().kind().equals(kind.name()))
                .filter(row -> row.getKey().workspace().equals(workspace))
                .map(row -> kind.type().cast(row.getValue().work()))
                .filter(wanted)
                .toList();
    }

    /** What is looked at after one instant and up to another, and when. */
    public synchronized <W extends Work> Map<W, Instant> waiting(Kind<W> kind, Instant after, Instant upTo) {
        var found = new LinkedHashMap<W, Instant>();
        rows.forEach((address, entry) -> {
            var look = entry.look();
            if (address.kind().equals(kind.name()) && look != null && look.isAfter(after) && !look.isAfter(upTo)) {
                found.put(kind.type().cast(entry.work()), look);
            }
        });
        return found;
    }
}
