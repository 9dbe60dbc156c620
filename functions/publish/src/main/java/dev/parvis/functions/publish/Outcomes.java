package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.log.Log;

/** Writes what became of a target: the consequences first, the row last. */
final class Outcomes {
    private static final String ACTOR = "function:publish";
    private static final String NOT_APPROVED = "not_approved";

    private final Agenda agenda;
    private final Notices notices;
    private final Audit audit;
    private final InstantSource clock;
    private final Log log;

    /** Where outcomes are written. */
    record Stores(Agenda agenda, Notices notices, Audit audit) {}

    Outcomes(Stores stores, InstantSource clock, Log log) {
        this.agenda = stores.agenda();
        this.notices = stores.notices();
        this.audit = stores.audit();
        this.clock = clock;
        this.log = log;
    }

    void published(Held held, Publication where, Instant promised) {
        var late = Math.max(0, Duration.between(promised, where.firstByteAt()).toMillis());
        var facts = facts(held.target());
        facts.put("nativeId", where.nativeId());
        facts.put("url", where.url());
        facts.put("latenessMs", Long.toString(late));
        facts.put("reconciled", Boolean.toString(where.reconciled()));
        consequences(held, Event.Type.POST_PUBLISHED, "published", "", facts);
        finish(held, held.target().published(where), Next.never());
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

    void failed(Held held, String code, String reason) {
        var facts = facts(held.target());
        facts.put("code", code);
        consequences(held, Event.Type.POST_FAILED, "failed", code, facts);
        finish(held, held.target().without(TargetState.FAILED, reason), Next.never());
        log(held).warn("post.failed", "code", code);
    }

    void missed(Held held, String lastReason) {
        var reason =
                lastReason.isEmpty() ? "it was too late to be wanted" : "it was too late to be wanted: " + lastReason;
        consequences(held, Event.Type.POST_MISSED, "missed", "late", facts(held.target()));
        finish(held, held.target().without(TargetState.MISSED, reason), Next.never());
        log(held).warn("post.missed");
    }

    /** Nobody agreed in time, or somebody refused: at its time it is missed, and a person is told. */
    void unapproved(Held held) {
        var target = held.target();
        if (clock.instant().isBefore(target.dueAt())) {
            finish(held, target, Next.at(target.dueAt().plus(Target.EXPIRES_AFTER)));
            return;
        }
        var facts = facts(target);
        facts.put("code", NOT_APPROVED);
        consequences(held, Event.Type.POST_MISSED, "missed", NOT_APPROVED, facts);
        var reason = target.reason().isEmpty() ? "it was not approved in time" : target.reason();
        finish(held, target.without(TargetState.MISSED, reason), Next.never());
        log(held).warn("post.missed", "code", NOT_APPROVED);
    }

    /** What lies here is not what was approved for this target: it does not go out, and a person is told. */
    void notWhatWasApproved(Held held) {
        var target = held.target();
        var facts = facts(target);
        facts.put("by", "seal");
        consequences(held, Event.Type.POST_REFUSED, "refused", "not_what_was_approved", facts);
        finish(
                held,
                target.awaiting("what was to go out is not what was approved"),
                Next.at(target.dueAt().plus(Target.EXPIRES_AFTER)));
        log(held).warn("post.refused");
    }

    void stopped(Held held, Hold hold) {
        audit.add(entry(held, "held", hold.scope().name(), facts(held.target())));
        finish(held, held.target().without(TargetState.HELD, hold.reason()), Next.never());
        log(held).info("post.held", "scope", hold.scope());
    }

    void retry(Held held, String reason) {
        retry(held, reason, Duration.ZERO);
    }

    /** Surely not taken: tried again after a wait, unless that would be too late. */
    void retry(Held held, String reason, Duration notBefore) {
        var wait = Backoff.retry(held.target().tries());
        var due = clock.instant().plus(wait.compareTo(notBefore) > 0 ? wait : notBefore);
        if (held.target().missedAt(due)) {
            missed(held, reason);
            return;
        }
        finish(held, held.target().without(TargetState.RETRY_AT, reason), Next.at(due));
        log(held).warn("post.retry", "due", due);
    }

    /** Our own call came back without saying whether it was taken: the call is over, the doubt is not. */
    void uncertain(Held held, Attempt attempt, String reason) {
        var now = clock.instant();
        var over = new Attempt(
                attempt.key(), attempt.fingerprint(), attempt.createdAt(), attempt.startedAt(), now, attempt.trace());
        var next = now.plus(Backoff.FIRST_LOOK);
        finish(held, held.target().uncertainAfter(over, reason), Next.at(next));
        log(held).warn("post.uncertain");
    }

    /** Looked, and no proof either way: looked again later, and a person is told when it lasts. */
    void undecided(Held held, String reason) {
        undecidedUntil(held, reason, clock.instant().plus(Backoff.look(age(held))));
    }

    void undecidedUntil(Held held, String reason, Instant next) {
        if (age(held).compareTo(Backoff.TELL_A_PERSON) >= 0) {
            consequences(held, Event.Type.POST_UNCERTAIN, "uncertain", "", facts(held.target()));
        }
        var givenUp = age(held).compareTo(Backoff.LAST_LOOK) >= 0;
        finish(held, held.target().uncertain(reason), givenUp ? Next.never() : Next.at(next));
        log(held).warn("post.undecided", "givenUp", givenUp);
    }

    /** An edit, a cancellation or another worker has the row: nothing of ours may happen. */
    void overtaken(Held held) {
        log(held).info("post.overtaken");
    }

    private Duration age(Held held) {
        return held.target()
                .attempt()
                .map(attempt -> Duration.between(attempt.startedAt(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    private void consequences(Held held, Event.Type type, String what, String why, Map<String, String> facts) {
        audit.add(entry(held, what, why, facts));
        notices.tell(new Event(
                held.target().clientKey() + "." + what,
                type,
                held.target().workspace(),
                held.target().dueAt(),
                facts));
    }

    private AuditEntry entry(Held held, String what, String why, Map<String, String> facts) {
        return new AuditEntry(
                held.target().workspace(),
                held.target().clientKey() + "." + what,
                held.target().dueAt(),
                ACTOR,
                "post." + what,
                "post/" + held.target().post(),
                why,
                facts);
    }

    private static Map<String, String> facts(Target target) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("brand", target.brand().value());
        facts.put("post", target.post().value());
        facts.put("channel", target.channel().value());
        facts.put("network", target.network().value());
        facts.put("revision", Long.toString(target.revision()));
        return facts;
    }

    private void finish(Held held, Target now, Next next) {
        if (agenda.finish(held.claim(), now, next) == Written.FENCED_OFF) {
            log(held).warn("post.fenced", "state", now.state());
        }
    }

    private Log log(Held held) {
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
