package dev.parvis.domain.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * One thing that was done.
 *
 * @param id the same at every try of the same deed: writing it twice is one entry
 * @param actor a member's subject, or {@code function:NAME}
 * @param action what was done, such as {@code post.published} or {@code interaction.hidden}
 * @param subject what it was done to: {@code post/ID}, {@code post/ID/CHANNEL}, {@code interaction/ID}
 * @param why a rule's id, a reason's code: never what a person wrote
 */
public record AuditEntry(
        WorkspaceId workspace,
        String id,
        Instant at,
        String actor,
        String action,
        String subject,
        String why,
        Map<String, String> facts) {
    private static final String POST = "post/";

    public AuditEntry {
        facts = Map.copyOf(facts);
    }

    /** The post in whose history it stands, if it was done to one, or to one on a channel: {@code post/POST/CHANNEL}. */
    public Optional<PostId> post() {
        if (!subject.startsWith(POST)) {
            return Optional.empty();
        }
        var end = subject.indexOf('/', POST.length());
        return Optional.of(new PostId(subject.substring(POST.length(), end < 0 ? subject.length() : end)));
    }
}
