package dev.parvis.functions.api.calls;

import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A verified member of the workspace in the path. */
public record Caller(Member member) {
    public WorkspaceId workspace() {
        return member.workspace();
    }

    public String subject() {
        return member.subject();
    }
}
