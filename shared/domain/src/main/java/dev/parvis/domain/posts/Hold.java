package dev.parvis.domain.posts;

import java.time.Instant;

/** A crisis stop on a workspace, a brand or a network. {@code id} is empty for the workspace. */
public record Hold(Scope scope, String id, String reason, String by, Instant since) {
    /** What a stop covers. */
    public enum Scope {
        WORKSPACE,
        BRAND,
        NETWORK
    }

    public boolean covers(Target target) {
        return switch (scope) {
            case WORKSPACE -> true;
            case BRAND -> id.equals(target.brand().value());
            case NETWORK -> id.equals(target.network().value());
        };
    }
}
