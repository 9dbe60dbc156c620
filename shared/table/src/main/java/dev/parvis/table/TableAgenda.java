package dev.parvis.table;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Claims;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Stuck;
import dev.parvis.domain.agenda.Wanted;
import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/**
 * The agenda over the Due index. The index only finds rows; each claim is a conditional write on the row itself, which
 * is the truth, so that an index that lags behind costs a failed condition and nothing else.
 */
final class TableAgenda implements Agenda {
    private static final String HASTENED = "hastened";
    private static final String STUCK = "stuckPk";

    private final Rows rows;
    private final AgendaCodecs codecs;
    private final AgendaSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;

    TableAgenda(Rows rows, AgendaCodecs codecs, AgendaSettings settings, InstantSource clock, RandomGenerator random) {
        this.rows = rows;
        this.codecs = codecs;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public <W extends Work> Claims<W> claim(Kind<W> kind, Wanted wanted) {
        var shards = settings.lookedOf(kind.name());
        var from =
                wanted.after().map(Place::read).orElseGet(() -> Place.start(shards == 1 ? 0 : random.nextInt(shards)));
        return new Claiming<>(rows, codecs.of(kind), kind, settings, clock).look(wanted, from, shards);
    }

    @Override
    public <W extends Work> Optional<Claim<W>> claimOne(Kind<W> kind, WorkspaceId workspace, String id) {
        var codec = codecs.of(kind);
        return new Claiming<>(rows, codec, kind, settings, clock).one(codec.key(workspace, id));
    }

    @Override
    public <W extends Work> Written progress(Claim<W> claim, W now) {
        var lease = claim.lease();
        return write(claim, now, lease.claims(), Optional.of(claim.due()), Optional.of(lease.until()));
    }

    @Override
    public <W extends Work> Written finish(Claim<W> claim, W now, Next next) {
        Optional<Instant> due =
                switch (next) {
                    case Next.Never never -> Optional.empty();
                    case Next.At(Instant at) -> Optional.of(at.truncatedTo(ChronoUnit.MILLIS));
                };
        return write(claim, now, 0, due, due);
    }

    /** A retry that finds its own first write finds the same fence and mark, and writes the same once more. */
    private <W extends Work> Written write(
            Claim<W> claim, W now, int claims, Optional<Instant> due, Optional<Instant> look) {
        if (!now.id().equals(claim.work().id())
                || !now.workspace().equals(claim.work().workspace())) {
            throw new IllegalArgumentException("a claim on one row cannot write another");
        }
        var lease = claim.lease();
        var control = new Control(lease.fence(), lease.owner(), claims, due, look);
        var row = control.on(codecs.of(claim.kind()).encode(now), claim.kind().name(), now, settings);
        var ours = Expression.of("#fence = :fence AND #mark = :owner")
                .with("fence", lease.fence())
                .with("owner", lease.owner());
        return switch (rows.put(row, ours)) {
            case Wrote.Done done -> Written.DONE;
            case Wrote.Lost lost -> Written.FENCED_OFF;
        };
    }

    @Override
    public <W extends Work> boolean add(Kind<W> kind, W work, Instant due) {
        var codec = codecs.of(kind);
        codec.apart(work).forEach(rows::putNew);
        var control = Control.fresh(rows.mark(), Optional.of(due.truncatedTo(ChronoUnit.MILLIS)));
        return rows.putNew(control.on(codec.encode(work), kind.name(), work, settings));
    }

    /** A row under a lease is not waiting: its claims are counted until it is finished. */
    @Override
    public <W extends Work> boolean hasten(Kind<W> kind, W work, Instant due) {
        var sooner = Expression.of("SET #dueSk = :dueSk, #due = :due, #hastened = :mark")
                .with("dueSk", Times.format(due))
                .with("due", due.toEpochMilli())
                .with(Rows.MARK, rows.mark());
        var waits = Expression.of("attribute_exists(#dueSk) AND #dueSk > :dueSk AND #claims = :none")
                .with("none", 0);
        return switch (rows.update(codecs.of(kind).key(work), sooner, waits, HASTENED)) {
            case Wrote.Done done -> true;
            case Wrote.Lost lost -> false;
        };
    }

    @Override
    public Page<Stuck> stuck(WorkspaceId workspace, PageRequest page) {
        var range = Range.index("Stuck", "stuck", Keys.stuck(workspace)).backwards();
        var found = rows.page(range, page);
        return new Page<>(found.items().stream().map(this::stuck).toList(), found.next());
    }

    @Override
    public <W extends Work> Change<W> putBack(Kind<W> kind, WorkspaceId workspace, String id) {
        var codec = codecs.of(kind);
        var aside = address(codec, workspace, id)
                .flatMap(rows::latest)
                .filter(row -> row.has(STUCK) && row.textOrEmpty("stuckSk").endsWith("#" + kind.name()));
        if (aside.isEmpty()) {
            return new Change.Missing<>();
        }
        return readable(codec, aside.get())
                .map(kind.again())
                .map(work -> putBack(kind, aside.get(), work))
                .orElseGet(() -> new Change.Refused<>("what lies there cannot be read"));
    }

    /** Who puts it back a moment later finds it back. */
    private <W extends Work> Change<W> putBack(Kind<W> kind, Row aside, W work) {
        var now = Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var control = Control.edited(aside, rows.mark(), now);
        var row = control.on(codecs.of(kind).encode(work), kind.name(), work, settings);
        var stillAside = Expression.of("attribute_exists(#stuckPk)").and(Control.unchanged(aside, List.of()));
        return switch (rows.put(row, stillAside)) {
            case Wrote.Done done -> new Change.Done<>(work);
            case Wrote.Lost lost -> new Change.Missing<>();
        };
    }

    private static <W extends Work> Optional<Key> address(WorkCodec<W> codec, WorkspaceId workspace, String id) {
        try {
            return Optional.of(codec.key(workspace, id));
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }

    private static <W extends Work> Optional<W> readable(WorkCodec<W> codec, Row row) {
        try {
            return Optional.of(codec.decode(row));
        } catch (BrokenRow | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private Stuck stuck(Row row) {
        var parts = row.text("stuckSk").split("#", -1);
        if (parts.length != 2) {
            throw row.broken("stuckSk");
        }
        var since = row.as("stuckSk", text -> Times.parse(parts[0]));
        var due = row.has("due") ? row.instant("due") : since;
        return new Stuck(parts[1], codecs.named(parts[1]).id(row.key()), since, due);
    }
}
