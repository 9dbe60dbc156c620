package dev.parvis.domain.approvals;

import java.time.Instant;
import java.util.Comparator;

import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What somebody wrote about a post. Printed without the text.
 *
 * @param id the same at every try
 * @param part whether the team or the client wrote it: a client is shown what clients wrote
 * @param by a member's subject, or {@code approver/} and a digest
 */
public record Comment(
        WorkspaceId workspace, PostId post, String id, Instant at, Approval.Part part, String by, String text) {
    /** The most characters of a text. */
    public static final int LONGEST = 2000;

    public static final Comparator<Comment> OLDEST_FIRST =
            Comparator.comparing(Comment::at).thenComparing(Comment::id);

    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}
