package dev.parvis.table;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Claims;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Lease;
import dev.parvis.domain.agenda.Work;
import dev.parvis.kernel.time.Times;

/** One look at the agenda: the rows of a kind that were found due, each claimed on the row itself. */
final class Claiming<W extends Work> {
    private static final int MOST_IN_PAGE = 100;
    private static final int MOST_PAGES = 5;

    private final Rows rows;
    private final WorkCodec<W> codec;
    private final Kind<W> kind;
    private final AgendaSettings settings;
    private final InstantSource clock;
    private final List<Claim<W>> claims = new ArrayList<>();
    private @Nullable Instant oldest;
    private boolean more;
    private int stuck;

    Claiming(Rows rows, WorkCodec<W> codec, Kind<W> kind, AgendaSettings settings, InstantSource clock) {
        this.rows = rows;
        this.codec = codec;
        this.kind = kind;
        this.settings = settings;
        this.clock = clock;
    }

    int count() {
        return claims.size();
    }

    void leftMore() {
        more = true;
    }

    /** Earliest first. */
    Claims<W> claims() {
        claims.sort(Comparator.comparing(Claim::due));
        return new Claims<>(claims, Optional.ofNullable(oldest), more, stuck);
    }

    /** Looks past rows that somebody holds, page by page, until enough were claimed or the shard has no more. */
    void shard(int number, Instant horizon, int limit) {
        var range = Range.index("Due", "due", AgendaSettings.shard(kind.name(), number))
                .between("0", Times.format(horizon));
        var enough = claims.size() + limit;
        var after = Optional.<String>empty();
        for (var page = 0; page < MOST_PAGES && claims.size() < enough; page++) {
            var looked = Math.min(enough - claims.size(), MOST_IN_PAGE);
            var found = rows.query(range, looked, after);
            found.stream().filter(this::isFree).forEach(this::claim);
            if (found.size() < looked) {
                return;
            }
            after = Optional.of(range.cursor(found.getLast()));
        }
        more = true;
    }

    /**
     * A horizon may lie beyond the end of a lease that still runs: a row that somebody holds is free when that has
     * passed, not when it will.
     */
    private boolean isFree(Row found) {
        return found.numberOr(Control.CLAIMS, 0) == 0 || found.text("dueSk").compareTo(Times.format(now())) <= 0;
    }

    private void claim(Row found) {
        var seen = found.text("dueSk");
        var due = found.as("dueSk", Times::parse);
        sawDue(due);
        var next = found.has(SourceCodec.EVERY)
                ? Optional.of(now().plus(found.seconds(SourceCodec.EVERY)))
                : Optional.<Instant>empty();
        var unclaimed = Expression.of("#dueSk = :seen").with("seen", seen);
        claim(found.key(), unclaimed, next, Optional.of(due)).ifPresent(claim -> {
            sawDue(claim.due());
            claims.add(claim);
        });
    }

    private void sawDue(Instant due) {
        oldest = oldest == null || due.isBefore(oldest) ? due : oldest;
    }

    /** Due or not: free when its claims were all finished, or when the last one's lease has ended. */
    Optional<Claim<W>> one(Key key) {
        return claim(key, Expression.of("attribute_exists(#dueSk)"), Optional.empty(), Optional.empty());
    }

    /**
     * @param next when a row that is polled is due again: its claim writes it, and need not be finished
     * @param seen when the index said it was due
     */
    private Optional<Claim<W>> claim(Key key, Expression there, Optional<Instant> next, Optional<Instant> seen) {
        var until = next.orElseGet(() -> now().plus(settings.leaseOf(kind.name())));
        var take = "SET #dueSk = :until, #fence = if_not_exists(#fence, :zero) + :one,"
                + " #claims = if_not_exists(#claims, :zero) + :counted, #mark = :mark";
        var lease = Expression.of(next.isPresent() ? take + ", #due = :next" : take)
                .with("until", Times.format(until))
                .with("zero", 0)
                .with("one", 1)
                .with("counted", kind.countsClaims() ? 1 : 0)
                .with(Rows.MARK, rows.mark());
        var written = next.map(at -> lease.with("next", at.toEpochMilli())).orElse(lease);
        var notHeld = Expression.of("(attribute_not_exists(#claims) OR #claims = :zero"
                        + " OR (#claims < :most AND #dueSk <= :now))")
                .with("zero", 0)
                .with("most", Kind.MOST_CLAIMS)
                .with("now", Times.format(now()));
        return switch (rows.update(key, written, there.and(notHeld), Rows.MARK)) {
            case Wrote.Done(Row row) -> claimed(row, until, next.flatMap(polled -> seen));
            case Wrote.Lost(Optional<Row> lost) -> {
                lost.filter(row -> isExhausted(row, seen)).ifPresent(this::setAside);
                yield Optional.empty();
            }
        };
    }

    /** A row that cannot be read is set aside at once: it must not stand in the way of others at every tick. */
    private Optional<Claim<W>> claimed(Row row, Instant until, Optional<Instant> polledAt) {
        try {
            var due = polledAt.orElseGet(() -> row.instant("due"));
            var lease = new Lease(row.text(Rows.MARK), row.number(Control.FENCE), until, row.count(Control.CLAIMS));
            return Optional.of(new Claim<>(kind, codec.decode(row), due, lease));
        } catch (BrokenRow | IllegalArgumentException broken) {
            setAside(row);
            return Optional.empty();
        }
    }

    private static boolean isExhausted(Row row, Optional<Instant> seen) {
        return seen.isPresent()
                && row.numberOr(Control.CLAIMS, 0) >= Kind.MOST_CLAIMS
                && row.textOrEmpty("dueSk").equals(Times.format(seen.get()));
    }

    private void setAside(Row row) {
        var mark = rows.mark();
        var aside = Expression.of("SET #stuckPk = :stuckPk, #stuckSk = :stuckSk, #mark = :mark,"
                        + " #fence = if_not_exists(#fence, :zero) + :one REMOVE #duePk, #dueSk")
                .with("stuckPk", Keys.stuck(row.key().workspace()))
                .with("stuckSk", Times.format(now()) + "#" + kind.name())
                .with(Rows.MARK, mark)
                .with("zero", 0)
                .with("one", 1);
        var same = Expression.of("#dueSk = :seen").with("seen", row.text("dueSk"));
        if (rows.update(row.key(), aside, same, Rows.MARK) instanceof Wrote.Done) {
            stuck++;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
