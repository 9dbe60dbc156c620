package dev.parvis.domain.approvals;

import java.util.List;
import java.util.TreeMap;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Check;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Comments in memory. Thread-safe. */
public final class InMemoryComments implements Comments {
    private final TreeMap<String, Comment> comments = new TreeMap<>();

    @Override
    public synchronized boolean add(Comment comment) {
        Check.id(comment.id());
        var key = key(comment.workspace(), comment.post()) + comment.id();
        if (!comments.containsKey(key)
                && of(comment.workspace(), comment.post()).size() >= MOST) {
            return false;
        }
        comments.putIfAbsent(key, comment);
        return true;
    }

    @Override
    public synchronized List<Comment> of(WorkspaceId workspace, PostId post) {
        var prefix = key(workspace, post);
        return comments.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> entry.getValue())
                .sorted(Comment.OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized boolean erase(WorkspaceId workspace, PostId post, String id) {
        return comments.remove(key(workspace, post) + id) != null;
    }

    private static String key(WorkspaceId workspace, PostId post) {
        return workspace + "#" + post + "#";
    }
}
