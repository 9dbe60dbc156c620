package dev.parvis.functions.moderate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.replies.Withdrawals.Withdrawn;
import dev.parvis.kernel.log.Log;

/** Writes what was decided: the audit entry and the notices first, the interaction last. */
final class Outcomes {
    private static final String ACTOR = "function:moderate";
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofDays(1);

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

    void mentioned(Claim<Interaction> claim) {
        log.info(
                "interaction.mention",
                "workspace",
                claim.work().workspace().value(),
                "interaction",
                claim.work().id());
    }

    /** @param rule the deciding rule's id, empty when none held */
    void decided(Claim<Interaction> claim, Handling handling, String rule, String reason) {
        var now = claim.work().having(List.of()).handled(handling, reason);
        told(now, facts(now, rule), claim.work().item().foundAt());
        finish(claim, now, Next.never());
        moderated(now, rule);
    }

    /** A rule has replied; the post tells of itself. {@link Written#FENCED_OFF} when somebody wrote it meanwhile. */
    Written answered(Claim<Interaction> claim, Interaction now, Rule rule, Post post) {
        var facts = facts(now, rule.id().value());
        facts.put("post", post.id().value());
        told(now, facts, claim.work().item().foundAt());
        audit.add(new AuditEntry(
                now.workspace(),
                "post." + post.id() + ".replied",
                post.createdAt(),
                post.createdBy(),
                "post.replied",
                "post/" + post.id(),
                rule.id().value(),
                facts));
        var written = finish(claim, now, Next.at(clock.instant().plus(Interaction.LOOKED_AFTER)));
        moderated(now, rule.id().value());
        return written;
    }

    /** The reply was cancelled, because of this decision; what was too late for that stays, and its post tells of it. */
    void withdrawn(Interaction decided, Withdrawn withdrawn) {
        if (withdrawn instanceof Withdrawn.Cancelled(var post)) {
            audit.add(new AuditEntry(
                    decided.workspace(),
                    "post." + post.id() + ".v" + post.version() + ".withdrawn",
                    clock.instant(),
                    ACTOR,
                    "post.withdrawn",
                    "post/" + post.id(),
                    "",
                    facts(decided, "")));
        }
    }

    /** Its answers surely did not go out: somebody has to look at it again. */
    void unanswered(Claim<Interaction> claim, Interaction now) {
        told(now, facts(now, ""), now.answers().getLast().begunAt());
        finish(claim, now, Next.never());
        moderated(now, "");
    }

    /** Nothing to tell: the posts have told it. */
    void followed(Claim<Interaction> claim, Interaction now, Next next) {
        finish(claim, now, next);
    }

    /** Whoever wrote it has decided. */
    void overtaken(Claim<Interaction> claim) {
        log.warn(
                "interaction.fenced",
                "workspace",
                claim.work().workspace().value(),
                "interaction",
                claim.work().id());
    }

    private void told(Interaction now, Map<String, String> facts, Instant at) {
        var id = now.id() + ".v" + now.version();
        audit.add(new AuditEntry(
                now.workspace(),
                id,
                at,
                ACTOR,
                "interaction." + facts.get("handling"),
                "interaction/" + now.id(),
                facts.getOrDefault("rule", ""),
                facts));
        if (now.handling() != Handling.ALLOWED) {
            notices.tell(new Event(id, Event.Type.INTERACTION_MODERATED, now.workspace(), at, facts));
        }
    }

    private Written finish(Claim<Interaction> claim, Interaction now, Next next) {
        var written = agenda.finish(claim, now, next);
        if (written == Written.FENCED_OFF) {
            overtaken(claim);
        }
        return written;
    }

    private void moderated(Interaction now, String rule) {
        log.info(
                "interaction.moderated",
                "workspace",
                now.workspace().value(),
                "interaction",
                now.id(),
                "handling",
                now.handling(),
                "rule",
                rule);
    }

    /**
     * The network could not be asked: tried again after as long as it has waited already, so that each wait is twice the
     * one before. What could not be done within a day is a person's.
     */
    void later(Claim<Interaction> claim, Rule rule, String reason) {
        var now = clock.instant();
        var waited = Duration.between(claim.work().item().foundAt(), now);
        if (waited.compareTo(PATIENCE) > 0) {
            decided(claim, Handling.QUEUED, rule.id().value(), rule.name() + ": " + reason);
            return;
        }
        agenda.finish(claim, claim.work(), Next.at(now.plus(within(waited))));
        log.warn(
                "interaction.later",
                "workspace",
                claim.work().workspace().value(),
                "interaction",
                claim.work().id(),
                "why",
                reason);
    }

    private static Duration within(Duration waited) {
        if (waited.compareTo(FIRST_WAIT) < 0) {
            return FIRST_WAIT;
        }
        return waited.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : waited;
    }

    private static Map<String, String> facts(Interaction interaction, String rule) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("brand", interaction.brand().value());
        facts.put("channel", interaction.channel().value());
        facts.put("network", interaction.item().key().network().value());
        facts.put("interaction", interaction.id());
        facts.put("handling", interaction.handling().name().toLowerCase(Locale.ROOT));
        facts.put("rule", rule);
        return facts;
    }
}
