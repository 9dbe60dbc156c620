package dev.parvis.table;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Claims;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Lease;
import dev.parvis.domain.agenda.Wanted;
import dev.parvis.domain.agenda.Work;
import dev.parvis.kernel.time.Times;

/** One look at the agenda: the rows of a kind that were found due, each claimed on the row itself. */
final class Claiming<W extends Work> {
    private static final int SHORT_PAGE = 100;
    private static final int LONG_PAGE = 1_000;
    /** After so many rows that others hold, a look hands out what it has, and its next page goes on from there. */
    private static final int MOST_LOOKED_AT = 5_000;

    private final Rows rows;
    private final WorkCodec<W> codec;
    private final Kind<W> kind;
    private final AgendaSettings settings;
    private final InstantSource clock;
    private final List<Claim<W>> claims = new ArrayList<>();
    private @Nullable Instant oldest;
    private int looked;
    private int stuck;

    Claiming(Rows rows, WorkCodec<W> codec, Kind<W> kind, AgendaSettings settings, InstantSource clock) {
        this.rows = rows;
        this.codec = codec;
        this.kind = kind;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Looks past rows that somebody holds, by ever longer pages, until enough were claimed, very many were looked at, or
     * there are no more. A fault after the first claim ends the look but is not thrown: what was won would wait for the end
     * of its lease. The caller is told that there is more, and meets the fault, if it lasts, at its next look.
     */
    Claims<W> look(Wanted wanted, Place from, int shards) {
        var place = from;
        try {
            while (place.done() < shards && claims.size() < wanted.limit() && looked < MOST_LOOKED_AT) {
                place = page(wanted, place, shards);
            }
        } catch (SdkException fault) {
            if (claims.isEmpty()) {
                throw fault;
            }
        }
        claims.sort(Comparator.comparing(Claim::due));
        var next = place.done() < shards ? Optional.of(place.text()) : Optional.<String>empty();
        return new Claims<>(claims, Optional.ofNullable(oldest), next, stuck);
    }

    private Place page(Wanted wanted, Place from, int shards) {
        var range = Range.index("Due", "due", AgendaSettings.shard(kind.name(), from.shard(shards)))
                .between("0", Times.format(wanted.horizon()));
        var size = Math.min(Math.max(Math.min(wanted.limit() - claims.size(), SHORT_PAGE), looked), LONG_PAGE);
        var found = rows.query(range, size, from.after());
        var place = from;
        for (var row : found) {
            if (claims.size() == wanted.limit()) {
                return place;
            }
            place = place.seen(range.cursor(row));
            looked++;
            if (isFree(row) && wanted.whose().test(row.key().workspace())) {
                claim(row);
            }
        }
        return found.size() < size ? place.nextShard() : place;
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
