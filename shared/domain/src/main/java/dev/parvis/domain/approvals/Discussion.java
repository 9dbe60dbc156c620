package dev.parvis.domain.approvals;

import java.time.InstantSource;
import java.util.Map;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Post;

/** Keeps what people write about a post and tells that they did; the text stands nowhere but in its own row. */
public final class Discussion {
    private final Comments comments;
    private final Audit audit;
    private final Notices notices;
    private final InstantSource clock;

    public Discussion(Comments comments, Audit audit, Notices notices, InstantSource clock) {
        this.comments = comments;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * False when the post has all the comments it can have. One that is said again stays what and when it was at first.
     * The text must be capped by the caller.
     */
    public boolean say(Post post, Comment said) {
        if (!comments.add(said)) {
            return false;
        }
        var comment = comments.of(post.workspace(), post.id()).stream()
                .filter(kept -> kept.id().equals(said.id()))
                .findFirst()
                .orElse(said);
        var id = comment.id() + ".commented";
        var facts = Approvals.facts(post, comment.part());
        audit.add(entry(comment, id, comment.by(), "post.commented", facts));
        notices.tell(new Event(id, Event.Type.POST_COMMENTED, comment.workspace(), comment.at(), facts));
        return true;
    }

    /** Removes a comment for good, and keeps only that it was removed. False when there is none. */
    public boolean erase(Post post, String id, String by) {
        if (!comments.erase(post.workspace(), post.id(), id)) {
            return false;
        }
        audit.add(new AuditEntry(
                post.workspace(),
                id + ".erased",
                clock.instant(),
                by,
                "post.comment_erased",
                "post/" + post.id(),
                "",
                Map.of("comment", id)));
        return true;
    }

    private static AuditEntry entry(Comment comment, String id, String by, String action, Map<String, String> facts) {
        return new AuditEntry(comment.workspace(), id, comment.at(), by, action, "post/" + comment.post(), "", facts);
    }
}
