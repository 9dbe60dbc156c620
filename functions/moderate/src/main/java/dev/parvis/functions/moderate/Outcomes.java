package dev.parvis.functions.moderate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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
        var now = claim.work().handled(handling, reason);
        var facts = facts(claim.work(), handling, rule);
        audit.add(new AuditEntry(
                now.workspace(),
                now.id() + ".v" + now.version(),
                claim.work().item().foundAt(),
                ACTOR,
                "interaction." + facts.get("handling"),
                "interaction/" + now.id(),
                rule,
                facts));
        if (handling != Handling.ALLOWED) {
            notices.tell(new Event(
                    now.id() + ".v" + now.version(),
                    Event.Type.INTERACTION_MODERATED,
                    now.workspace(),
                    claim.work().item().foundAt(),
                    facts));
        }
        if (agenda.finish(claim, now, Next.never()) == Written.FENCED_OFF) {
            log.warn("interaction.fenced", "workspace", now.workspace().value(), "interaction", now.id());
        }
        log.info(
                "interaction.moderated",
                "workspace",
                now.workspace().value(),
                "interaction",
                now.id(),
                "handling",
                handling,
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

    private static Map<String, String> facts(Interaction interaction, Handling handling, String rule) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("brand", interaction.brand().value());
        facts.put("channel", interaction.channel().value());
        facts.put("network", interaction.item().key().network().value());
        facts.put("interaction", interaction.id());
        facts.put("handling", handling.name().toLowerCase(java.util.Locale.ROOT));
        facts.put("rule", rule);
        return facts;
    }
}
