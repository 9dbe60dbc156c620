package dev.parvis.domain.approvals;

import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What somebody decides about a post.
 *
 * @param seal of the post as they saw it
 * @param by a member's subject, or {@code approver/} and a digest
 */
public record Ballot(
        WorkspaceId workspace, PostId post, String seal, Approval.Part part, Approval.Verdict verdict, String by) {}
