package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.Approving;

/**
 * Whose agreement a scheduled post takes, what exactly it is asked for, and what was decided.
 *
 * @param policy the brand's, when the post was scheduled or last edited
 * @param seal of the post that is decided on: another seal is another question
 */
public record Approval(Approving.Policy policy, String seal, Optional<Decision> team, Optional<Decision> client) {
    /** Who is asked. */
    public enum Part {
        TEAM,
        CLIENT
    }

    public enum Verdict {
        APPROVED,
        REFUSED
    }

    /** @param by a member's subject, or {@code approver/} and a digest of the address that was asked */
    public record Decision(Verdict verdict, String by, Instant at) {}

    public static Approval asked(Approving.Policy policy, String seal) {
        return new Approval(policy, seal, Optional.empty(), Optional.empty());
    }

    public Optional<Decision> of(Part part) {
        return switch (part) {
            case TEAM -> team;
            case CLIENT -> client;
        };
    }

    /** Whether this part has a say, now or already: the client has none before the team has agreed. */
    public boolean asks(Part part) {
        return switch (part) {
            case TEAM -> policy.asksTeam();
            case CLIENT -> policy.asksClient() && (!policy.asksTeam() || is(team, Verdict.APPROVED));
        };
    }

    /** Whose word is missing; empty when all have agreed or one has refused. */
    public Optional<Part> waitsFor() {
        if (isRefused()) {
            return Optional.empty();
        }
        if (policy.asksTeam() && team.isEmpty()) {
            return Optional.of(Part.TEAM);
        }
        return policy.asksClient() && client.isEmpty() ? Optional.of(Part.CLIENT) : Optional.empty();
    }

    public boolean isGranted() {
        return (!policy.asksTeam() || is(team, Verdict.APPROVED))
                && (!policy.asksClient() || is(client, Verdict.APPROVED));
    }

    public boolean isRefused() {
        return is(team, Verdict.REFUSED) || is(client, Verdict.REFUSED);
    }

    public Approval decided(Part part, Decision decision) {
        return switch (part) {
            case TEAM -> new Approval(policy, seal, Optional.of(decision), client);
            case CLIENT -> new Approval(policy, seal, team, Optional.of(decision));
        };
    }

    private static boolean is(Optional<Decision> decision, Verdict verdict) {
        return decision.filter(made -> made.verdict() == verdict).isPresent();
    }
}
