package dev.parvis.domain.preflight;

import java.time.Instant;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A target that stands on the agenda: whose post it is, and when it is looked at. */
public record Ahead(WorkspaceId workspace, PostId post, Instant at) {}
