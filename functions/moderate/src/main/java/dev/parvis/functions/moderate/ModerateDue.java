package dev.parvis.functions.moderate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.items.Interaction;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: moderates every interaction that waits, page by page, while the function's time lasts. */
final class ModerateDue {
    private static final int PAGE = 25;
    /** What a page may take: two calls to a network each, all at once. */
    private static final Duration A_PAGE = Duration.ofSeconds(30);

    private final Agenda agenda;
    private final Moderator moderator;
    private final InstantSource clock;
    private final Log log;

    /** What a look did. */
    record Summary(int interactions, int faults, int stuck, Optional<Instant> oldestDue) {}

    ModerateDue(Agenda agenda, Moderator moderator, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.moderator = moderator;
        this.clock = clock;
        this.log = log;
    }

    Summary run(Deadline function) {
        var seen = 0;
        var faults = 0;
        var stuck = 0;
        var oldest = Optional.<Instant>empty();
        var more = true;
        while (more && function.allows(A_PAGE)) {
            var claims = agenda.claim(Kind.INTERACTION, clock.instant(), PAGE);
            faults += claims.claims().isEmpty() ? 0 : page(claims.claims());
            seen += claims.claims().size();
            stuck += claims.stuck();
            oldest = oldest.or(claims::oldestDue);
            more = claims.more();
        }
        return new Summary(seen, faults, stuck, oldest);
    }

    /** Returns how many failed by a fault; those keep their lease and come back when it ends. */
    private int page(List<Claim<Interaction>> claims) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Boolean>>();
            for (var claim : claims) {
                Callable<Boolean> one = () -> moderate(claim);
                running.add(workers.submit(one));
            }
            return (int) running.stream().filter(ModerateDue::failed).count();
        }
    }

    private boolean moderate(Claim<Interaction> claim) {
        try {
            moderator.moderate(claim);
            return true;
        } catch (RuntimeException fault) {
            log.fault(
                    "interaction.fault",
                    fault,
                    "workspace",
                    claim.work().workspace().value(),
                    "interaction",
                    claim.work().id());
            return false;
        }
    }

    private static boolean failed(Future<Boolean> one) {
        try {
            return !one.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("moderating ended by an error", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
