package dev.parvis.domain.workspaces;

/** Who may act in a workspace: the {@code sub} of a verified token, and a role. */
public record Member(WorkspaceId workspace, String subject, Role role) {}
