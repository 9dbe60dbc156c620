package dev.parvis.domain.workspaces;

import java.util.Set;

/** What takes more than a look, by the name under which it is asked for and audited; and the roles that hold it. */
public enum Permission {
    /** Starting a crisis stop: whoever may write may stop. */
    CRISIS_STOP("crisis.stop", Set.of(Role.OWNER, Role.MANAGER, Role.WRITER)),
    CRISIS_RELEASE("crisis.release", Set.of(Role.OWNER, Role.MANAGER)),
    /** Deciding on what a stop has held. */
    CRISIS_RESUME("crisis.resume", Set.of(Role.OWNER, Role.MANAGER, Role.WRITER)),
    /** Approving a post, by its hash, that goes out while a stop stands. */
    CRISIS_STATEMENT("crisis.statement", Set.of(Role.OWNER, Role.MANAGER)),
    /** Typing an answer that goes out while a stop stands. */
    CRISIS_ANSWER("crisis.answer", Set.of(Role.OWNER, Role.MANAGER));

    private final String wire;
    private final Set<Role> roles;

    Permission(String wire, Set<Role> roles) {
        this.wire = wire;
        this.roles = roles;
    }

    public String wire() {
        return wire;
    }

    public boolean isHeldBy(Role role) {
        return roles.contains(role);
    }
}
