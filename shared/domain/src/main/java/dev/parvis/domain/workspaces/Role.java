package dev.parvis.domain.workspaces;

/** What a member may do: an owner everything, a manager all but members, a writer posts and answers, a reader looks. */
public enum Role {
    OWNER,
    MANAGER,
    WRITER,
    READER;

    public boolean mayWrite() {
        return this != READER;
    }

    public boolean mayManage() {
        return this == OWNER || this == MANAGER;
    }
}
