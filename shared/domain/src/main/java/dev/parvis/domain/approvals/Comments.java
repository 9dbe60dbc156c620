package dev.parvis.domain.approvals;

import java.util.List;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was written about posts: apart from decisions and from the audit trail, so that it can be erased alone. */
public interface Comments {
    /** The most comments of a post; a stranger with a link cannot fill the table. */
    int MOST = 100;

    /** Keeps a comment; one of this id stays as it is. False when the post has {@value #MOST} already. */
    boolean add(Comment comment);

    /** Oldest first. */
    List<Comment> of(WorkspaceId workspace, PostId post);

    /** Removes a comment for good; false when there is none. */
    boolean erase(WorkspaceId workspace, PostId post, String id);
}
