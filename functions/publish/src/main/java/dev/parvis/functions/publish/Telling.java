package dev.parvis.functions.publish;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Target;

/** What is written and told of a target, under ids that make repeating it harmless. */
final class Telling {
    private static final int LONGEST_REASON = 300;
    private static final String ACTOR = "function:publish";

    private final Notices notices;
    private final Audit audit;

    Telling(Notices notices, Audit audit) {
        this.notices = notices;
        this.audit = audit;
    }

    /** Into the trail, with the reason as a person reads it; then, without it, to whoever wants to know. */
    void consequences(Target target, Event.Type type, String what, String why, Map<String, String> facts) {
        var noted = new LinkedHashMap<>(facts);
        if (!target.reason().isEmpty()) {
            noted.put("reason", shortened(target.reason()));
        }
        noted(target, what, why, noted);
        notices.tell(new Event(target.toldKey() + "." + what, type, target.workspace(), target.dueAt(), facts));
    }

    /**
     * A try that did not end well, into the trail only: one entry for each thing that is said of it. What a network answered
     * is kept to its first words.
     */
    void tried(Target target, Instant at, String what, String reason) {
        var said = shortened(reason);
        var facts = facts(target);
        facts.put("reason", said);
        facts.put("tries", Integer.toString(target.tries()));
        facts.put("part", Integer.toString(target.part() + 1));
        entered(target, at, what + "." + target.tries() + "." + Integer.toHexString(said.hashCode()), what, "", facts);
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    /** Into the trail only. */
    void noted(Target target, String what, String why, Map<String, String> facts) {
        entered(target, target.dueAt(), what, what, why, facts);
    }

    private void entered(Target target, Instant at, String id, String what, String why, Map<String, String> facts) {
        audit.add(new AuditEntry(
                target.workspace(),
                target.toldKey() + "." + id,
                at,
                ACTOR,
                "post." + what,
                "post/" + target.post(),
                why,
                facts));
    }

    static Map<String, String> facts(Target target) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("brand", target.brand().value());
        facts.put("post", target.post().value());
        facts.put("channel", target.channel().value());
        facts.put("network", target.network().value());
        facts.put("revision", Long.toString(target.revision()));
        return facts;
    }
}
