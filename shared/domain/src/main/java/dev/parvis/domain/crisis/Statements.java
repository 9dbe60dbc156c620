package dev.parvis.domain.crisis;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Permission;

/**
 * A statement is a post that passes a stop, because somebody who may has approved exactly what it says, where and when,
 * for exactly this stop. Every stop that covers a target must list its seal. An edit makes another seal; a stop that is
 * lifted forgets its list.
 */
public final class Statements {
    private final Holds holds;
    private final Audit audit;
    private final InstantSource clock;

    /** One target that a stop lets pass. */
    public record Statement(Hold hold, Target target, String seal) {}

    /** What became of an approval. */
    public sealed interface Approved {
        record Listed(List<Statement> statements) implements Approved {}

        /** No stop covers any of its targets that still wait. */
        record NothingStopped() implements Approved {}

        /** A stop holds a target already: it needs a time first. */
        record Held(Target target) implements Approved {}

        /** A stop lists all it can. */
        record Full(Hold hold) implements Approved {}
    }

    public Statements(Holds holds, Audit audit, InstantSource clock) {
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /** Repeating is harmless: what is listed already is listed once. */
    public Approved approve(PostWithTargets whole, String by) {
        var wanted = new ArrayList<Statement>();
        var stops = holds.stops(whole.post().workspace());
        for (var target : whole.targets()) {
            var over = stops.over(target.brand(), target.network());
            if (!over.isEmpty() && target.state() == TargetState.HELD) {
                return new Approved.Held(target);
            }
            if (waits(target)) {
                var seal = Seal.of(whole.post().content(), target);
                over.forEach(hold -> wanted.add(new Statement(hold, target, seal)));
            }
        }
        return wanted.isEmpty() ? new Approved.NothingStopped() : list(wanted, by);
    }

    /** The trail first. Whoever released a stop in between has made its list needless. */
    private Approved list(List<Statement> wanted, String by) {
        var listed = new ArrayList<Statement>();
        for (var statement : wanted) {
            if (isFull(statement)) {
                return new Approved.Full(statement.hold());
            }
        }
        for (var statement : wanted) {
            audit.add(entry(statement, by));
            switch (holds.admit(statement.target().workspace(), statement.hold(), statement.seal())) {
                case Change.Done<Hold>(var now) -> listed.add(new Statement(now, statement.target(), statement.seal()));
                case Change.Missing<Hold> _ -> {}
                case Change.Refused<Hold> _, Change.Conflict<Hold> _ -> {
                    return new Approved.Full(statement.hold());
                }
            }
        }
        return listed.isEmpty() ? new Approved.NothingStopped() : new Approved.Listed(listed);
    }

    private static boolean isFull(Statement statement) {
        var there = statement.hold().statements();
        return there.size() >= Hold.MOST_STATEMENTS && !there.contains(statement.seal());
    }

    /** Whether it can still meet the stop: it is looked at in the last step, after SENDING is written. */
    private static boolean waits(Target target) {
        return switch (target.state()) {
            case SCHEDULED, PREPARED, RETRY_AT, APPROVAL, SENDING -> true;
            case DRAFT, PUBLISHED, FAILED, UNCERTAIN, MISSED, HELD, CANCELLED -> false;
        };
    }

    private AuditEntry entry(Statement statement, String by) {
        var target = statement.target();
        return new AuditEntry(
                target.workspace(),
                Crisis.id(statement.hold().name()) + ".statement." + statement.seal(),
                clock.instant(),
                by,
                "statement.approved",
                "post/" + target.post(),
                "",
                Map.of(
                        "permission", Permission.CRISIS_STATEMENT.wire(),
                        "hold", statement.hold().name(),
                        "seal", statement.seal(),
                        "channel", target.channel().value(),
                        "revision", Long.toString(target.revision())));
    }
}
