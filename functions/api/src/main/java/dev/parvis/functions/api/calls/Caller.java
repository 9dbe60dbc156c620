package dev.parvis.functions.api.calls;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A verified member of the workspace in the path. */
public record Caller(Member member) {
    public WorkspaceId workspace() {
        return member.workspace();
    }

    /** Whether a brand, and all that is its, is there for this member. */
    public boolean sees(BrandId brand) {
        return member.on(brand).mayRead();
    }

    /** Who is no guest sees every brand, whatever the roles on each. */
    public boolean seesAll() {
        return member.role().mayRead();
    }

    public String subject() {
        return member.subject();
    }
}
