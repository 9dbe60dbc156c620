package dev.parvis.functions.listen;

import java.time.Duration;
import java.time.InstantSource;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
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

    private final Look<Source> look;
    private final Notifications notifications;
    private final Feeds feeds;
    private final Outcomes outcomes;

    /** The two kinds of polls. */
    record Polls(Notifications notifications, Feeds feeds) {}

    /** What a tick did. */
    record Summary(int sources, int faults, int stuck) {}

    ListenDue(Agenda agenda, Polls polls, Outcomes outcomes, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda,
                Kind.SOURCE,
                PAGE,
                clock,
                (claim, fault) -> log.fault(
                        "source.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        "source",
                        claim.work().id()));
        this.notifications = polls.notifications();
        this.feeds = polls.feeds();
        this.outcomes = outcomes;
    }

    /** The claim itself writes the next poll: a source is never lost, and one that had nothing new costs no more. */
    Summary tick(Deadline function) {
        var seen = look.atOnce(() -> function.allows(A_PAGE), this::poll);
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }

    private void poll(Claim<Source> claim) {
        if (claim.work().state() != SourceState.LISTENING) {
            outcomes.away(claim);
            return;
        }
        switch (claim.work().origin()) {
            case Origin.Notifications(var channel) -> notifications.poll(claim, channel, PATIENCE);
            case Origin.Feed(var url) -> feeds.poll(claim, url, PATIENCE);
            case Origin.Drafts drafts -> feeds.draft(claim, drafts, PATIENCE);
        }
    }
}
