package dev.parvis.domain.workspaces;

/**
 * What a member may do: an owner everything, a manager all but members, a writer posts and answers, a reader looks. A
 * guest has a role on single brands only, and sees these and nothing else. Declared from the most to the least.
 */
public enum Role {
    OWNER,
    MANAGER,
    WRITER,
    READER,
    GUEST;

    public boolean mayRead() {
        return this != GUEST;
    }

    public boolean mayWrite() {
        return mayManage() || this == WRITER;
    }

    public boolean mayManage() {
        return this == OWNER || this == MANAGER;
    }

    /** Whether it is a role that somebody can have on one brand: an owner owns every brand, and a guest is of none. */
    public boolean isOfOneBrand() {
        return this != OWNER && this != GUEST;
    }

    /** The one that may do less. */
    public Role least(Role other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
