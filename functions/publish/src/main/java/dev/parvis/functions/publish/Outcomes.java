package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.log.Log;

/**
 * Writes what became of a target: the consequences first, the row last. What is no fact of the network but a decision of
 * ours is written under the fence before it is told.
 */
final class Outcomes {
    private final Agenda agenda;
    private final Telling telling;
    private final InstantSource clock;
    private final Log log;

    /** Where outcomes are written. */
    record Stores(Agenda agenda, Notices notices, Audit audit) {}

    Outcomes(Stores stores, InstantSource clock, Log log) {
        this.agenda = stores.agenda();
        this.telling = new Telling(stores.notices(), stores.audit());
        this.clock = clock;
        this.log = log;
    }

    /** A part is out, and another follows; empty when the row is no longer ours. */
    Optional<Held> following(Held held, Publication where) {
        var facts = Telling.facts(held.target());
        facts.put("part", Integer.toString(held.target().part() + 1));
        facts.put("nativeId", where.nativeId());
        facts.put("url", where.url());
        telling.noted(held.target(), "part_published", "", facts);
        var now = held.now(held.target().following(where));
        if (agenda.progress(held.claim(), now.target()) == Written.FENCED_OFF) {
            overtaken(held);
            return Optional.empty();
        }
        log(held).info("post.part_published", "part", held.target().part() + 1);
        return Optional.of(now);
    }

    /** The last part is out, and with it the target. */
    void published(Held held, Publication last) {
        var where = held.target().out().isEmpty() ? last : held.target().out().getFirst();
        var late = lateness(held, where);
        publishedAt(held, where, late);
        finish(held, held.target().published(last), Next.never());
        log(held)
                .info(
                        "post.published",
                        "latenessMs",
                        late,
                        "reconciled",
                        where.reconciled(),
                        "tries",
                        held.target().tries());
    }

    private void publishedAt(Held held, Publication where, long late) {
        var facts = Telling.facts(held.target());
        facts.put("nativeId", where.nativeId());
        facts.put("url", where.url());
        facts.put("latenessMs", Long.toString(late));
        facts.put("reconciled", Boolean.toString(where.reconciled()));
        consequences(held, Event.Type.POST_PUBLISHED, "published", "", facts);
    }

    /** A person has posted it by hand, or has seen it out, and said so, in the row: it is told from there. */
    private void publishedByWord(Held held) {
        held.target().publication().ifPresent(where -> publishedAt(held, where, lateness(held, where)));
        log(held).info("post.published", "byWord", true);
    }

    private static long lateness(Held held, Publication where) {
        return Math.max(
                0, Duration.between(held.target().dueAt(), where.firstByteAt()).toMillis());
    }

    /** What may have gone out is never called failed: it stays uncertain, and a person is shown. */
    void failed(Held held, String code, String reason) {
        if (held.target().state().doubtful()) {
            undecided(held, reason);
            return;
        }
        decided(held, held.target().without(TargetState.FAILED, reason), Next.never(), now -> failedFor(now, code));
    }

    private void failedFor(Held held, String code) {
        var facts = Telling.facts(held.target());
        facts.put("code", code);
        consequences(held, Event.Type.POST_FAILED, "failed", code, facts);
        log(held).warn("post.failed", "code", code);
    }

    /** Its network has it already, from another target: it will take it from nobody else. */
    void duplicate(Held held) {
        failed(
                held.now(held.target().without(TargetState.RETRY_AT, "")),
                "duplicate",
                "the network has a post like it already and refuses a second one");
    }

    void missed(Held held, String lastReason) {
        if (held.target().state().doubtful()) {
            undecided(held, "it is too late to send it again");
            return;
        }
        var reason =
                lastReason.isEmpty() ? "it was too late to be wanted" : "it was too late to be wanted: " + lastReason;
        decided(held, held.target().without(TargetState.MISSED, reason), Next.never(), this::missedBy);
    }

    private void missedBy(Held held) {
        consequences(held, Event.Type.POST_MISSED, "missed", "late", Telling.facts(held.target()));
        log(held).warn("post.missed");
    }

    /** A worker wrote what became of it and did not live to tell, or to finish. */
    void tellAgain(Held held) {
        switch (held.target().state()) {
            case FAILED -> failedFor(held, "told-late");
            case MISSED -> missedBy(held);
            case PUBLISHED -> publishedByWord(held);
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, SENDING, RETRY_AT, UNCERTAIN, HELD, CANCELLED -> {}
        }
        finish(held, held.target(), Next.never());
    }

    void retry(Held held, String reason) {
        retry(held, reason, Duration.ZERO);
    }

    /**
     * Tried again after a wait, and no sooner than it had been put off to, unless that would be too late. What may have gone
     * out earlier stays in doubt.
     */
    void retry(Held held, String reason, Duration notBefore) {
        var wait = Backoff.retry(held.target().tries());
        var soonest = clock.instant().plus(wait.compareTo(notBefore) > 0 ? wait : notBefore);
        var due = soonest.isAfter(held.claim().due()) ? soonest : held.claim().due();
        if (held.target().missedAt(due)) {
            missed(held, reason);
            return;
        }
        tried(held, "retried", reason);
        var again = held.target().state().doubtful()
                ? held.target().uncertain(reason)
                : held.target().without(TargetState.RETRY_AT, reason);
        finish(held, again, Next.at(due));
        log(held).warn("post.retry", "due", due);
    }

    /** Our own call came back without saying whether it was taken: the call is over, the doubt is not. */
    void uncertain(Held held, Attempt attempt, String reason) {
        doubted(held, attempt.over(clock.instant(), ""), reason);
    }

    /** The network refused a comment, which may stand there all the same: the refusal is believed after a look. */
    void refusedComment(Held held, Attempt attempt, String reason) {
        doubted(held, attempt.over(clock.instant(), reason.isEmpty() ? "the network refused it" : reason), reason);
    }

    private void doubted(Held held, Attempt over, String reason) {
        var next = clock.instant().plus(Backoff.FIRST_LOOK);
        tried(held, "doubted", reason);
        finish(held, held.target().uncertainAfter(over, reason), Next.at(next));
        log(held).warn("post.uncertain");
    }

    /** Lays claim to a post in the target's row; empty when the row is no longer ours. */
    Optional<Held> claiming(Held held, Publication where) {
        var claiming = held.now(held.target().claiming(where, "a post like it was found"));
        if (agenda.progress(held.claim(), claiming.target()) == Written.FENCED_OFF) {
            overtaken(held);
            return Optional.empty();
        }
        return Optional.of(claiming);
    }

    /** The network named it as what it has already: looked at soon, as what a look finds. */
    void named(Held held, Publication where) {
        var next = clock.instant().plus(Backoff.FIRST_LOOK);
        tried(held, "named", "the network names a post like it: " + where.url());
        finish(held, held.target().claiming(where, "the network names a post like it"), Next.at(next));
        log(held).info("post.named");
    }

    void withdrawn(Held held, String reason) {
        tried(held, "looked", reason);
        undecided(held.now(held.target().withdrawn(reason)), reason);
    }

    /** Looked, and no proof either way: looked again later, and a person is told when it lasts. */
    void undecided(Held held, String reason) {
        undecidedUntil(held, reason, clock.instant().plus(Backoff.look(age(held))));
    }

    void undecidedUntil(Held held, String reason, Instant next) {
        if (!reason.equals(held.target().reason())) {
            tried(held, "looked", reason);
        }
        var now = held.target().uncertain(reason);
        var givenUp = age(held).compareTo(Backoff.LAST_LOOK) >= 0;
        var then = givenUp ? Next.never() : Next.at(next);
        if (age(held).compareTo(Backoff.TELL_A_PERSON) >= 0) {
            decided(
                    held,
                    now,
                    then,
                    still -> consequences(
                            still, Event.Type.POST_UNCERTAIN, "uncertain", "", Telling.facts(still.target())));
        } else {
            finish(held, now, then);
        }
        log(held).warn("post.undecided", "givenUp", givenUp);
    }

    /** An edit, a cancellation or another worker has the row: nothing of ours may happen. */
    void overtaken(Held held) {
        log(held).info("post.overtaken");
    }

    /**
     * Written under the fence before anybody is told: a worker that stood still would tell what is not so. One that dies in
     * between leaves the row with its lease, and its successor tells.
     */
    void decided(Held held, Target now, Next next, Consumer<Held> tell) {
        if (agenda.progress(held.claim(), now) == Written.FENCED_OFF) {
            overtaken(held);
            return;
        }
        var decided = held.now(now);
        tell.accept(decided);
        finish(decided, now, next);
    }

    /** Told at the try that it is about, so that telling it again is the same entry. */
    private void tried(Held held, String what, String reason) {
        var at = held.target()
                .attempt()
                .map(Attempt::startedAt)
                .orElse(held.claim().due());
        telling.tried(held.target(), at, what, reason);
    }

    private Duration age(Held held) {
        return held.target()
                .attempt()
                .map(attempt -> Duration.between(attempt.startedAt(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    void consequences(Held held, Event.Type type, String what, String why, Map<String, String> facts) {
        telling.consequences(held.target(), type, what, why, facts);
    }

    /** For the trail alone. */
    void noted(Held held, String what, String why, Map<String, String> facts) {
        telling.noted(held.target(), what, why, facts);
    }

    void finish(Held held, Target now, Next next) {
        if (agenda.finish(held.claim(), now, next) == Written.FENCED_OFF) {
            log(held).warn("post.fenced", "state", now.state());
        }
    }

    Log log(Held held) {
        var target = held.target();
        return log.with(
                "workspace",
                target.workspace().value(),
                "post",
                target.post().value(),
                "channel",
                target.channel().value(),
                "network",
                target.network().value());
    }
}
