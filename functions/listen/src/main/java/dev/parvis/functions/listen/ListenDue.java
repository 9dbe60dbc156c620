package dev.parvis.functions.listen;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One tick: polls every source that is due, a page of them at once, while the function's time lasts. */
final class ListenDue {
    private static final int PAGE = 25;
    /** What the calls of one source may take. */
    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** What a page may take: its calls, a renewal and the calls again, and the writes. */
    private static final Duration A_PAGE = Duration.ofSeconds(60);

    private final Agenda agenda;
    private final Notifications notifications;
    private final Feeds feeds;
    private final Outcomes outcomes;
    private final InstantSource clock;
    private final Log log;

    /** The two kinds of polls. */
    record Polls(Notifications notifications, Feeds feeds) {}

    /** What a tick did. */
    record Summary(int sources, int faults, int stuck) {}

    ListenDue(Agenda agenda, Polls polls, Outcomes outcomes, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.notifications = polls.notifications();
        this.feeds = polls.feeds();
        this.outcomes = outcomes;
        this.clock = clock;
        this.log = log;
    }

    /** The claim itself writes the next poll: a source is never lost, and one that had nothing new costs no more. */
    Summary tick(Deadline function) {
        var polled = 0;
        var faults = 0;
        var stuck = 0;
        var more = true;
        while (more && function.allows(A_PAGE)) {
            var claims = agenda.claim(Kind.SOURCE, clock.instant(), PAGE);
            faults += page(claims.claims());
            polled += claims.claims().size();
            stuck += claims.stuck();
            more = claims.more();
        }
        return new Summary(polled, faults, stuck);
    }

    /** Returns how many failed by a fault; those come back at their next poll. */
    private int page(List<Claim<Source>> claims) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Boolean>>();
            for (var claim : claims) {
                Callable<Boolean> one = () -> polled(claim);
                running.add(workers.submit(one));
            }
            return (int) running.stream().filter(ListenDue::failed).count();
        }
    }

    private boolean polled(Claim<Source> claim) {
        try {
            poll(claim);
            return true;
        } catch (RuntimeException fault) {
            log.fault(
                    "source.fault",
                    fault,
                    "workspace",
                    claim.work().workspace().value(),
                    "source",
                    claim.work().id());
            return false;
        }
    }

    private void poll(Claim<Source> claim) {
        if (claim.work().state() != SourceState.LISTENING) {
            outcomes.away(claim);
            return;
        }
        switch (claim.work().origin()) {
            case Origin.Notifications(var channel) -> notifications.poll(claim, channel, PATIENCE);
            case Origin.Feed(var url) -> feeds.poll(claim, url, PATIENCE);
        }
    }

    private static boolean failed(Future<Boolean> one) {
        try {
            return !one.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("listening ended by an error", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
