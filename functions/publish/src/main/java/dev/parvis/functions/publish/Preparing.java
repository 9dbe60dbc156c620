package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.time.Sleeper;

/**
 * Prepares the part that is next, step by step where its network wants that. What a step has left there is written down under
 * the fence before the next one is taken, so a worker that dies loses one step at most, and an edit that comes in between
 * ends it. Who waits for a network to become ready waits asleep and holds no place in its account's queue. What does not
 * become ready while the lease lasts is left to the next tick, which goes on from there.
 */
final class Preparing {
    /** A network that has nothing new to tell is not asked again sooner. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private static final String NOT_READY = "the network was still getting it ready";

    private final Agenda agenda;
    private final Sender.Media media;
    private final Uploads uploads;
    private final Outcomes outcomes;
    private final InstantSource clock;
    private final Sleeper sleeper;

    /** What became of it; a target that is over has been dealt with. */
    sealed interface Prepared {
        record Ready(Held held, Preparation.Ready ready) implements Prepared {}

        record Expired(Held still) implements Prepared {}

        record Over() implements Prepared {}
    }

    private record Work(Connection connection, Publishes publishes, Piece piece, MediaReader reader) {}

    Preparing(Agenda agenda, Sender.Media media, Outcomes outcomes, Sender.Pace pace) {
        this.agenda = agenda;
        this.media = media;
        this.uploads = new Uploads(pace.gates());
        this.outcomes = outcomes;
        this.clock = pace.clock();
        this.sleeper = pace.sleeper();
    }

    Prepared prepare(Held held, Connection connection, Publishes publishes, Content content) {
        var target = held.target();
        var work = new Work(connection, publishes, Parts.next(target, content), media.of(target));
        var now = held;
        var said = ask(now, work);
        while (said instanceof Preparation.Step(var left, var pause)) {
            var wait = left.equals(now.target().left()) ? longer(pause, SHORTEST_PAUSE) : pause;
            var taken = taken(now, left);
            if (taken.isEmpty() || !waits(taken.get(), wait, publishes)) {
                return new Prepared.Over();
            }
            now = taken.get();
            said = ask(now, work);
        }
        return ended(now, said);
    }

    private Prepared ended(Held held, Preparation said) {
        switch (said) {
            case Preparation.Ready ready -> {
                return noted(held, ready)
                        .<Prepared>map(now -> new Prepared.Ready(now, ready))
                        .orElseGet(Prepared.Over::new);
            }
            case Preparation.Expired() -> {
                return new Prepared.Expired(held);
            }
            case Preparation.Impossible(var code, var reason) -> outcomes.failed(held, code, reason);
            case Preparation.Later(var reason, var notBefore) -> outcomes.retry(held, reason, notBefore);
            case Preparation.Step _ -> throw new IllegalStateException("a step is no end");
        }
        return new Prepared.Over();
    }

    /** One call, and no wait: places in the account's queue are for those who do something. */
    private Preparation ask(Held held, Work work) {
        var piece = work.piece().having(held.target().left());
        try {
            return uploads.inTurn(held, piece, work.publishes().sendTimeout(), () -> work.publishes()
                    .prepare(work.connection(), piece, work.reader()));
        } catch (MissingMedia missing) {
            return missing.verdict();
        }
    }

    /** Written only where it says something new; empty when the row is no longer ours. */
    private Optional<Held> taken(Held held, String left) {
        var target = held.target();
        return isNoted(target) && left.equals(target.left()) ? Optional.of(held) : written(held, target.prepared(left));
    }

    /** PREPARED is written only when something lies on the network that a later worker should know of. */
    private Optional<Held> noted(Held held, Preparation.Ready ready) {
        return !ready.leftSomething() || isNoted(held.target())
                ? Optional.of(held)
                : written(held, held.target().prepared());
    }

    private static boolean isNoted(Target target) {
        return target.state() == TargetState.PREPARED || target.state().doubtful();
    }

    private Optional<Held> written(Held held, Target target) {
        if (agenda.progress(held.claim(), target) == Written.FENCED_OFF) {
            outcomes.overtaken(held);
            return Optional.empty();
        }
        return Optional.of(held.now(target));
    }

    /** False when it is left to the next tick: it is too late by then, or the lease would not outlast another step and a call. */
    private boolean waits(Held held, Duration pause, Publishes publishes) {
        var target = held.target();
        var next = clock.instant().plus(pause);
        if (!target.missedAt(next) && held.allows(pause.plus(publishes.sendTimeout()))) {
            sleeper.sleepUntil(next);
            return true;
        }
        var waiting = target.state().doubtful() ? target : target.without(TargetState.PREPARED, NOT_READY);
        outcomes.finish(held, waiting, Next.at(next));
        outcomes.log(held).info("post.still_preparing");
        return false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
