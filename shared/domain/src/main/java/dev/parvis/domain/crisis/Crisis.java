package dev.parvis.domain.crisis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Stops.Lifted;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Stops and releases, and tells of it. The one write that stops comes before everything else; what is told after it is
 * keyed by the stop, so that whoever stops again a moment later tells what a process that died had not told yet.
 */
public final class Crisis {
    /** For how long a repetition tells again: a process that dies dies at once, and an impatient thumb costs nothing later. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(2);

    private final Holds holds;
    private final Audit audit;
    private final Notices notices;
    private final InstantSource clock;

    /** By what a stop was started. */
    public enum Way {
        API,
        LINK
    }

    /** What is to be stopped. {@code id} is empty for the workspace. */
    public record Order(WorkspaceId workspace, Hold.Scope scope, String id, String reason, String by, Way way) {}

    public Crisis(Holds holds, Audit audit, Notices notices, InstantSource clock) {
        this.holds = holds;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /** The stop that stands now: this one, or one of the same scope that stood already. */
    public Hold start(Order order) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var stands = holds.put(order.workspace(), new Hold(order.scope(), order.id(), order.reason(), order.by(), now));
        if (isFresh(stands.since(), now)) {
            var facts = facts(stands.scope(), stands.id());
            facts.put("way", order.way().name().toLowerCase(Locale.ROOT));
            tell(order.workspace(), Event.Type.HOLD_STARTED, stands.name(), stands.since(), stands.by(), facts);
        }
        return stands;
    }

    /** The stop that is over: lifted now, or by somebody else a moment ago; empty when there is none. */
    public Optional<Lifted> release(WorkspaceId workspace, Hold.Scope scope, String id, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        holds.stops(workspace).find(scope, id).ifPresent(hold -> holds.release(workspace, hold, now, by));
        var stops = holds.stops(workspace);
        var over = stops.lifted(scope, id)
                .filter(_ -> stops.find(scope, id).isEmpty())
                .filter(lifted -> isFresh(lifted.until(), now));
        over.ifPresent(lifted -> tell(
                workspace,
                Event.Type.HOLD_RELEASED,
                lifted.name(),
                lifted.until(),
                lifted.by(),
                facts(lifted.scope(), lifted.id())));
        return over;
    }

    private static boolean isFresh(Instant then, Instant now) {
        return !then.plus(TOLD_AGAIN).isBefore(now);
    }

    private void tell(
            WorkspaceId workspace, Event.Type type, String hold, Instant at, String by, Map<String, String> facts) {
        var id = id(hold) + "." + type.wire() + "." + at.toEpochMilli();
        audit.add(new AuditEntry(workspace, id, at, by, type.wire(), "hold/" + hold, "", facts));
        notices.tell(new Event(id, type, workspace, at, facts));
    }

    static String id(String hold) {
        return "hold." + hold.replace('/', '.');
    }

    private static Map<String, String> facts(Hold.Scope scope, String id) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("scope", scope.name().toLowerCase(Locale.ROOT));
        switch (scope) {
            case WORKSPACE -> {}
            case BRAND -> facts.put("brand", id);
            case NETWORK -> facts.put("network", id);
        }
        return facts;
    }
}
