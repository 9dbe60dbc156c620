package dev.parvis.functions.listen;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.kernel.log.Log;

/**
 * Writes what became of a poll. The claim has written the next poll already: when all is as it was, nothing is written
 * at all.
 */
final class Outcomes {
    /** After this many failures in a row, with these waits about a day, a person is told and the polling ends. */
    static final int MOST_FAILURES = 10;

    static final Duration LONGEST_WAIT = Duration.ofHours(6);
    /** A disconnected channel is a person's turn; looking for it costs little, and rarely. */
    static final Duration DISCONNECTED_WAIT = Duration.ofMinutes(15);

    private final Agenda agenda;
    private final Notices notices;
    private final InstantSource clock;
    private final Log log;

    Outcomes(Agenda agenda, Notices notices, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.notices = notices;
        this.clock = clock;
        this.log = log;
    }

    /**
     * It worked: what was wrong before is forgotten, and a feed that has moved for good is polled where it is now. False
     * when somebody else has the source: then the cursor is not ours to move.
     */
    boolean settled(Claim<Source> claim, Optional<URI> movedTo) {
        var source = claim.work();
        var wasWell = source.failures() == 0 && source.reason().isEmpty();
        if (wasWell && movedTo.isEmpty()) {
            return true;
        }
        var well = wasWell ? source : source.with(SourceState.LISTENING, 0, "");
        var there = movedTo.map(url -> well.movedTo(well.origin().movedTo(url))).orElse(well);
        movedTo.ifPresent(url -> log(claim).info("source.moved", "host", url.getHost()));
        return finish(claim, there, Next.at(claim.lease().until()));
    }

    void polled(Claim<Source> claim, Tally tally) {
        var fields = new ArrayList<Object>(
                List.of("found", tally.found(), "new", tally.kept(), "mentions", tally.mentions()));
        new TreeMap<>(tally.dropped()).forEach((reason, count) -> fields.addAll(List.of("dropped_" + reason, count)));
        log(claim).info("source.polled", fields.toArray());
    }

    /** The other side asks to wait, which is no failure: the row stays as it is. */
    void throttled(Claim<Source> claim, Instant until) {
        var next = later(until, claim.lease().until());
        finish(claim, claim.work(), Next.at(next));
        log(claim).info("source.throttled", "until", next);
    }

    /** Tried again after a wait that doubles, until it has failed too often. */
    void failed(Claim<Source> claim, String reason) {
        var source = claim.work();
        var failures = source.failures() + 1;
        if (failures >= MOST_FAILURES) {
            broken(claim, reason);
            return;
        }
        var next = clock.instant().plus(wait(source.every(), failures));
        finish(claim, source.with(SourceState.LISTENING, failures, reason), Next.at(next));
        log(claim).warn("source.failed", "why", reason, "failures", failures, "next", next);
    }

    /** The source's own interval, then twice that, up to six hours; never more often than the interval. */
    static Duration wait(Duration every, int failures) {
        var wait = every.multipliedBy(1L << Math.min(failures - 1, 20));
        var most = every.compareTo(LONGEST_WAIT) > 0 ? every : LONGEST_WAIT;
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** A person must connect the channel again, and was told so when it was disconnected. */
    void disconnected(Claim<Source> claim, String reason) {
        var source = claim.work();
        var next = later(clock.instant().plus(DISCONNECTED_WAIT), claim.lease().until());
        var why = "the channel is disconnected: " + reason;
        finish(
                claim,
                source.reason().equals(why) ? source : source.with(SourceState.LISTENING, source.failures(), why),
                Next.at(next));
        log(claim).info("source.disconnected", "next", next);
    }

    /** It is polled no more; first the word of it, under an id of this version of the source, then the row. */
    void broken(Claim<Source> claim, String reason) {
        var source = claim.work();
        var broken = source.with(SourceState.BROKEN, source.failures() + 1, reason);
        notices.tell(new Event(
                source.id() + ".broken.v" + broken.version(),
                Event.Type.SOURCE_BROKEN,
                source.workspace(),
                clock.instant(),
                Map.of("brand", source.brand().value(), "source", source.id())));
        finish(claim, broken, Next.never());
        log(claim).warn("source.broken", "why", reason);
    }

    /** It was paused or broken meanwhile, and has no place on the agenda. */
    void away(Claim<Source> claim) {
        finish(claim, claim.work(), Next.never());
    }

    private boolean finish(Claim<Source> claim, Source now, Next next) {
        var written = agenda.finish(claim, now, next);
        if (written == Written.FENCED_OFF) {
            log(claim).info("source.fenced");
        }
        return written == Written.DONE;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Log log(Claim<Source> claim) {
        var source = claim.work();
        var origin =
                switch (source.origin()) {
                    case Origin.Notifications _ -> "notifications";
                    case Origin.Feed _ -> "feed";
                    case Origin.Drafts _ -> "drafts";
                };
        return log.with("workspace", source.workspace().value(), "source", source.id(), "origin", origin);
    }
}
