package dev.parvis.domain.agenda;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Looks at the agenda: claims the due rows of a kind page by page, while there is time for another page, and has each
 * dealt with. A fault on one row is told and counted, and never stops the others: that row keeps its lease, and comes
 * back when it ends.
 */
public final class Look<W extends Work> {
    private final Agenda agenda;
    private final Kind<W> kind;
    private final int page;
    private final InstantSource clock;
    private final BiConsumer<Claim<W>, RuntimeException> failed;
    private final boolean untilNothing;

    /** What a look did. */
    public record Seen(int rows, int faults, int stuck) {}

    /**
     * @param page how many rows are claimed at once: none of them may wait for the others longer than its lease
     * @param failed told of each row on which a fault ended the work
     */
    public Look(
            Agenda agenda, Kind<W> kind, int page, InstantSource clock, BiConsumer<Claim<W>, RuntimeException> failed) {
        this(agenda, kind, page, clock, failed, false);
    }

    private Look(
            Agenda agenda,
            Kind<W> kind,
            int page,
            InstantSource clock,
            BiConsumer<Claim<W>, RuntimeException> failed,
            boolean untilNothing) {
        this.agenda = agenda;
        this.kind = kind;
        this.page = page;
        this.clock = clock;
        this.failed = failed;
        this.untilNothing = untilNothing;
    }

    /** The same look, which does not end at a page that was not full: for work that adds rows of its own kind. */
    public Look<W> untilNothing() {
        return new Look<>(agenda, kind, page, clock, failed, true);
    }

    /** The rows of a page one after the other. */
    public Seen oneByOne(BooleanSupplier timeForPage, Consumer<Claim<W>> work) {
        return look(timeForPage, claims ->
                (int) claims.stream().filter(claim -> isFault(claim, work)).count());
    }

    /** The rows of a page all at once, each on a thread of its own; threads are made only when there are rows. */
    public Seen atOnce(BooleanSupplier timeForPage, Consumer<Claim<W>> work) {
        return look(timeForPage, claims -> {
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = new ArrayList<Future<Boolean>>();
                for (var claim : claims) {
                    Callable<Boolean> one = () -> isFault(claim, work);
                    running.add(workers.submit(one));
                }
                return (int) running.stream().filter(Look::endedByFault).count();
            }
        });
    }

    private Seen look(BooleanSupplier timeForPage, ToIntFunction<List<Claim<W>>> work) {
        var rows = 0;
        var faults = 0;
        var stuck = 0;
        var more = true;
        var next = Optional.<String>empty();
        while (more && timeForPage.getAsBoolean()) {
            var claims = agenda.claim(kind, new Wanted(clock.instant(), page).from(next));
            faults += claims.claims().isEmpty() ? 0 : work.applyAsInt(claims.claims());
            rows += claims.claims().size();
            stuck += claims.stuck();
            next = claims.next();
            more = claims.more() || (untilNothing && !claims.claims().isEmpty());
        }
        return new Seen(rows, faults, stuck);
    }

    private boolean isFault(Claim<W> claim, Consumer<Claim<W>> work) {
        try {
            work.accept(claim);
            return false;
        } catch (RuntimeException fault) {
            failed.accept(claim, fault);
            return true;
        }
    }

    private static boolean endedByFault(Future<Boolean> one) {
        try {
            return one.get();
        } catch (ExecutionException error) {
            throw new IllegalStateException("the work on a row ended by an error", error.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
