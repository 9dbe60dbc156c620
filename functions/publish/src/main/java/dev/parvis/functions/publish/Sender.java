package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.functions.publish.Preparing.Prepared;
import dev.parvis.kernel.time.Sleeper;

/** Prepares a target, waits for its instant, and makes the one irreversible call. */
final class Sender {
    /** From here to the instant an edit is answered 409: the attempt is in the table. */
    static final Duration SENDING_WRITTEN = Duration.ofSeconds(5);
    /** The stop is looked at this long before the instant: one strongly consistent read of each workspace. */
    static final Duration STOP_LOOKED_AT = Duration.ofMillis(40);

    /** No call goes by a look that was asked for longer ago. */
    private static final Duration LOOK_LASTS = Duration.ofSeconds(1);

    private final Agenda agenda;
    private final Posts posts;
    private final LastLook lastLook;
    private final Media media;
    private final Preparing preparing;
    private final Rush rush;
    private final Starts starts = new Starts();
    private final Outcomes outcomes;
    private final InstantSource clock;
    private final Sleeper sleeper;

    /** What the sender reads. */
    record Stores(Agenda agenda, Posts posts, Holds holds) {}

    /** How it waits: for an instant, and for other targets. */
    record Pace(InstantSource clock, Sleeper sleeper, Gates gates) {}

    /** Opens media of a workspace. */
    @FunctionalInterface
    interface Media {
        Publishes.MediaReader of(Target target);

        /** Why what a content shows must not go out at an instant, as things stand; empty when it may, or shows nothing. */
        default Optional<Preparation.Impossible> withheld(Target target, Content shown, Instant at) {
            return Optional.empty();
        }
    }

    /** Whether the target has been dealt with. */
    sealed interface Sent {
        record Over() implements Sent {}

        /** A part is out, and another follows. */
        record More(Held still) implements Sent {}

        /** Nothing went out: the credential has died. The target is as {@code still} says. */
        record Expired(Held still) implements Sent {}
    }

    Sender(Stores stores, Media media, Outcomes outcomes, Pace pace) {
        this.agenda = stores.agenda();
        this.posts = stores.posts();
        var looks = new SharedLooks(stores.holds()::stops, pace.clock(), pace.gates());
        this.lastLook = new LastLook(looks, stores.posts(), outcomes);
        this.media = media;
        this.preparing = new Preparing(stores.agenda(), media, outcomes, pace);
        this.rush = new Rush(pace);
        this.outcomes = outcomes;
        this.clock = pace.clock();
        this.sleeper = pace.sleeper();
    }

    /** Whether a stop, and not we, is why it is too late: then it waits with all that the stop has held. */
    boolean isHeldBack(Held held) {
        return lastLook.holdsBack(held);
    }

    Sent send(Held held, Connection connection, Publishes publishes) {
        var target = held.target();
        var content = posts.content(target.workspace(), target.post(), target.revision());
        if (content.isEmpty()) {
            outcomes.failed(held, "content.missing", "the post has no content of revision " + target.revision());
            return new Sent.Over();
        }
        if (!Seal.holds(content.get(), target)) {
            new Unapproved(outcomes, clock).mismatched(held);
            return new Sent.Over();
        }
        return parts(held, connection, publishes, content.get().on(target.network()));
    }

    /** One part after the other, until something other than its going out happens to one. */
    private Sent parts(Held held, Connection connection, Publishes publishes, Content content) {
        var sent = prepare(held, connection, publishes, content);
        while (sent instanceof Sent.More(var still)) {
            sent = prepare(still, connection, publishes, content);
        }
        return sent;
    }

    private Sent prepare(Held held, Connection connection, Publishes publishes, Content content) {
        return switch (preparing.prepare(held, connection, publishes, content)) {
            case Prepared.Ready(var now, var ready) -> hold(now, connection, publishes, new Ready(content, ready));
            case Prepared.Expired(var still) -> new Sent.Expired(still);
            case Prepared.Over() -> new Sent.Over();
        };
    }

    /** @param content all of it */
    private record Ready(Content content, Preparation.Ready prepared) {}

    private Sent hold(Held held, Connection connection, Publishes publishes, Ready ready) {
        var at = instant(held);
        var wait = Duration.between(clock.instant(), at);
        if (!held.allows((wait.isNegative() ? Duration.ZERO : wait).plus(publishes.sendTimeout()))) {
            agenda.finish(held.claim(), held.target(), Next.at(at));
            return new Sent.Over();
        }
        return starts.inLine(held.target(), at, () -> wait(held, connection, publishes, ready));
    }

    private Sent wait(Held held, Connection connection, Publishes publishes, Ready ready) {
        var at = instant(held);
        sleeper.sleepUntil(at.minus(SENDING_WRITTEN));
        if (held.target().missedAt(clock.instant())) {
            outcomes.missed(held, held.target().reason());
            return new Sent.Over();
        }
        var withheld = media.withheld(held.target(), Parts.bound(held.target(), ready.content()), goesOut(at));
        if (withheld.isPresent()) {
            outcomes.failed(held, withheld.get().code(), withheld.get().reason());
            return new Sent.Over();
        }
        var attempt = attempt(held, publishes, ready.prepared());
        var sending = held.now(held.target().sending(attempt));
        if (agenda.progress(held.claim(), sending.target()) == Written.FENCED_OFF) {
            outcomes.overtaken(held);
            return new Sent.Over();
        }
        return atTheInstant(sending, connection, publishes, new Call(ready, attempt, at, unsent(held, sending)));
    }

    /** A target's own second; what was put off has the second it was put off to, which is never an earlier one. */
    private static Instant instant(Held held) {
        var due = held.claim().due();
        return due.isAfter(held.target().dueAt()) ? due : held.target().dueAt();
    }

    private Instant goesOut(Instant at) {
        var now = clock.instant();
        return now.isAfter(at) ? now : at;
    }

    private Attempt attempt(Held held, Publishes publishes, Preparation.Ready ready) {
        var lease = held.claim().lease();
        return new Attempt(
                held.target().partKey(),
                ready.fingerprint(),
                held.target().partAt(),
                clock.instant(),
                lease.until().plus(publishes.sendTimeout()),
                ready.trace());
    }

    /** What the target is when this call turns out not to have been taken: as doubtful as it was before. */
    private static Held unsent(Held before, Held sending) {
        var target = sending.target();
        var doubt = before.target().state().doubtful() ? before.target().attempt() : Optional.<Attempt>empty();
        return sending.now(doubt.map(earlier -> target.uncertainAfter(earlier, target.reason()))
                .orElseGet(() -> target.without(TargetState.RETRY_AT, "")));
    }

    private record Call(Ready ready, Attempt attempt, Instant at, Held unsent) {
        /** When its look for stops may have begun at the earliest: never before the attempt, which is this part's own. */
        Instant looked() {
            var last = at.minus(STOP_LOOKED_AT);
            return attempt.startedAt().isAfter(last) ? attempt.startedAt() : last;
        }
    }

    private Sent atTheInstant(Held held, Connection connection, Publishes publishes, Call call) {
        sleeper.sleepUntil(call.at().minus(STOP_LOOKED_AT));
        var start = starts.of(held.target(), call.at());
        sleeper.sleepUntil(start.minus(STOP_LOOKED_AT));
        if (!rush.lastSteps(() -> mayGoOut(held, publishes, call, start))) {
            return new Sent.Over();
        }
        var sending = publishes.send(connection, call.ready().prepared().payload(), call.attempt());
        return rush.afterwards(() -> settle(held, call, sending));
    }

    /** At its start, if nothing stops it. Who stood still since the look takes it again: much may have been said meanwhile. */
    private boolean mayGoOut(Held held, Publishes publishes, Call call, Instant start) {
        var since = call.looked();
        Duration left;
        do {
            left = held.patience().remaining();
            var stop = lastLook.at(held, since);
            if (stop.isPresent()) {
                lastLook.stopped(call.unsent(), stop.get());
                return false;
            }
            sleeper.sleepUntil(start);
            since = clock.instant();
        } while (left.minus(held.patience().remaining()).compareTo(LOOK_LASTS) > 0);
        if (!held.allows(publishes.sendTimeout())) {
            outcomes.retry(call.unsent(), "the lease would have ended before the call");
            return false;
        }
        return true;
    }

    private Sent settle(Held held, Call call, Sending sending) {
        switch (sending) {
            case Sending.Published(var nativeId, var url, var firstByteAt) -> {
                return published(held, call, new Publication(nativeId, url, firstByteAt, false));
            }
            case Sending.Twin twin -> twin(held, call, twin);
            case Sending.Refused(var code, var reason) -> refused(held, call, code, reason);
            case Sending.NotTaken(var reason, var notBefore) -> outcomes.retry(call.unsent(), reason, notBefore);
            case Sending.Uncertain(var reason) -> outcomes.uncertain(held, call.attempt(), reason);
            case Sending.Expired() -> {
                return new Sent.Expired(call.unsent());
            }
        }
        return new Sent.Over();
    }

    private Sent published(Held held, Call call, Publication where) {
        if (!Parts.areMore(held.target(), call.ready().content())) {
            outcomes.published(held, where);
            return new Sent.Over();
        }
        return outcomes.following(held, where).<Sent>map(Sent.More::new).orElseGet(Sent.Over::new);
    }

    /** A comment that was refused may stand there all the same. */
    private void refused(Held held, Call call, String code, String reason) {
        if (Parts.isComment(held.target(), call.ready().content())) {
            outcomes.refusedComment(held, call.attempt(), reason);
        } else {
            outcomes.failed(call.unsent(), code, reason);
        }
    }

    /**
     * Ours, if an earlier try may have made it at its second or later, it is none of the parts that were out before, and no
     * other target lays claim to it.
     */
    private void twin(Held held, Call call, Sending.Twin twin) {
        var earlier = call.unsent().target();
        var isOther = earlier.out().stream().anyMatch(part -> part.nativeId().equals(twin.nativeId()));
        if (!earlier.state().doubtful()
                || isOther
                || Clocks.isSurelyBefore(twin.madeAt(), held.target().dueAt())) {
            outcomes.duplicate(held);
            return;
        }
        var startedAt = earlier.attempt().orElse(call.attempt()).startedAt();
        outcomes.named(call.unsent(), new Publication(twin.nativeId(), twin.url(), startedAt, true));
    }
}
