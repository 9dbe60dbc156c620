package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A post. Without a schedule it is a draft. {@code revision} grows with each edit of content or schedule.
 *
 * @param approval empty for a draft, and where nobody is asked
 */
public record Post(
        WorkspaceId workspace,
        PostId id,
        BrandId brand,
        Content content,
        Optional<Schedule> schedule,
        long revision,
        String createdBy,
        Instant createdAt,
        Optional<Approval> approval,
        Labels labels,
        long version) {
    /** A post without labels that nobody has to approve. */
    public Post(
            WorkspaceId workspace,
            PostId id,
            BrandId brand,
            Content content,
            Optional<Schedule> schedule,
            long revision,
            String createdBy,
            Instant createdAt,
            long version) {
        this(
                workspace,
                id,
                brand,
                content,
                schedule,
                revision,
                createdBy,
                createdAt,
                Optional.empty(),
                Labels.NONE,
                version);
    }

    /** Whether it answers what somebody else wrote: it stands on no editorial calendar. */
    public boolean isAnswer() {
        return content.answers().isPresent();
    }

    public Post with(Labels now) {
        return new Post(
                workspace, id, brand, content, schedule, revision, createdBy, createdAt, approval, now, version);
    }

    public Post with(Optional<Approval> now) {
        return new Post(workspace, id, brand, content, schedule, revision, createdBy, createdAt, now, labels, version);
    }

    public Post with(Content now) {
        return new Post(workspace, id, brand, now, schedule, revision, createdBy, createdAt, approval, labels, version);
    }

    /** This post one version later: something of a target was changed. */
    public Post next() {
        return new Post(
                workspace, id, brand, content, schedule, revision, createdBy, createdAt, approval, labels, version + 1);
    }

    /** This post one revision and one version later, the same in content; moved to another instant, if it is given. */
    public Post resumed(Optional<Instant> at) {
        var moved = schedule.map(before -> at.map(before::movedTo).orElse(before));
        return new Post(
                workspace,
                id,
                brand,
                content,
                moved,
                revision + 1,
                createdBy,
                createdAt,
                approval,
                labels,
                version + 1);
    }

    /** This post cancelled, one version later: nobody is asked about it any more. */
    public Post cancelled() {
        var decided = approval.filter(Approval::isGranted);
        return new Post(
                workspace, id, brand, content, schedule, revision, createdBy, createdAt, decided, labels, version + 1);
    }

    /**
     * What an edit makes of this, the stored post: its revision grows by one when content or schedule differ, its
     * version always does.
     */
    public Post editedTo(Post edited) {
        var same = content.equals(edited.content) && schedule.equals(edited.schedule);
        return new Post(
                workspace,
                id,
                brand,
                edited.content,
                edited.schedule,
                same ? revision : revision + 1,
                createdBy,
                createdAt,
                edited.approval,
                edited.labels,
                version + 1);
    }
}
