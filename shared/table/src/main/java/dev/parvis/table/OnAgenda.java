package dev.parvis.table;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.stored.Change;

/**
 * Rows that people create and change while the agenda holds them. A person's write raises the fence, so that a worker
 * that holds the row as it was can write it no more; a claim in between makes the write begin again.
 */
final class OnAgenda<W extends Work> {
    private static final int MOST_ROUNDS = 8;

    private final Rows rows;
    private final Kind<W> kind;
    private final WorkCodec<W> codec;
    private final AgendaSettings settings;

    OnAgenda(Rows rows, Kind<W> kind, WorkCodec<W> codec, AgendaSettings settings) {
        this.rows = rows;
        this.kind = kind;
        this.codec = codec;
        this.settings = settings;
    }

    Optional<W> find(Key key) {
        return rows.find(key).map(codec::decode);
    }

    /** Bodies first; {@code condition} says what may be there already. */
    Wrote create(W work, Optional<Instant> due, Expression condition) {
        codec.apart(work).forEach(rows::putNew);
        return rows.put(control(work, Control.fresh(rows.mark(), due)), condition);
    }

    /** Writes {@code changed} as version {@code seen + 1} over version {@code seen}, whoever has claimed it since. */
    Change<W> change(W changed, long seen, Optional<Instant> due) {
        return change(codec.key(changed), seen, due, stored -> changed);
    }

    /** The same, of what is stored now: workers write it without raising its version. */
    Change<W> change(Key key, long seen, Optional<Instant> due, UnaryOperator<W> edit) {
        return change(key, seen, due, _ -> true, edit);
    }

    /** The same, a conflict unless what is stored now is {@code still} what was decided on. */
    Change<W> change(Key key, long seen, Optional<Instant> due, Predicate<W> still, UnaryOperator<W> edit) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var there = rows.latest(key);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            var row = there.get();
            var stored = codec.decode(row);
            if (row.number("version") != seen || !still.test(stored)) {
                break;
            }
            var next = control(edit.apply(stored), Control.edited(row, rows.mark(), due))
                    .number("version", seen + 1);
            var same = Expression.version(seen).and(Control.unchanged(row, codec.worked()));
            if (rows.put(next, same) instanceof Wrote.Done(Row written)) {
                return new Change.Done<>(codec.decode(written));
            }
        }
        return conflict(key);
    }

    /** Deletes version {@code seen}; a worker that holds it writes it no more. */
    Change<W> delete(Key key, long seen) {
        var there = rows.latest(key);
        if (there.isEmpty()) {
            return new Change.Missing<>();
        }
        var work = codec.decode(there.get());
        return rows.delete(key, Expression.version(seen)).isEmpty() ? new Change.Done<>(work) : conflict(key);
    }

    private Change<W> conflict(Key key) {
        return rows.latest(key)
                .<Change<W>>map(row -> new Change.Conflict<>(codec.decode(row)))
                .orElseGet(Change.Missing::new);
    }

    private Attributes control(W work, Control control) {
        return control.on(codec.encode(work), kind.name(), work, settings);
    }
}
