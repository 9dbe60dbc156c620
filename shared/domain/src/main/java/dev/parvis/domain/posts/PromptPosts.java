package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Posts whose publisher is woken ({@link Waking}) when one of them is due sooner than the next tick is sure to come: an answer just
 * typed, an edit or an approval in the last minutes. What is due later costs nothing more; an event that is lost leaves the post to
 * the tick, and one that is doubled finds nothing left to claim.
 */
public final class PromptPosts implements Posts {
    private final Posts posts;
    private final Waking waking;
    private final Duration horizon;
    private final InstantSource clock;

    /** @param horizon how far ahead a tick claims */
    public PromptPosts(Posts posts, Waking waking, Duration horizon, InstantSource clock) {
        this.posts = posts;
        this.waking = waking;
        this.horizon = horizon;
        this.clock = clock;
    }

    private Change<PostWithTargets> told(Change<PostWithTargets> change) {
        if (change instanceof Change.Done<PostWithTargets>(var done) && isDueSoon(done)) {
            waking.soon(done.post());
        }
        return change;
    }

    /** What waits for somebody's word is looked at only to be missed. */
    private boolean isDueSoon(PostWithTargets whole) {
        var soon = clock.instant().plus(horizon);
        return whole.targets().stream()
                .filter(target -> target.state() != TargetState.APPROVAL)
                .anyMatch(target ->
                        target.lookedAt().filter(at -> !at.isAfter(soon)).isPresent());
    }

    @Override
    public Change<PostWithTargets> create(Post post, List<Target> targets, Booking booking) {
        return told(posts.create(post, targets, booking));
    }

    @Override
    public Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking) {
        return told(posts.change(edited, targets, booking));
    }

    @Override
    public Change<PostWithTargets> settle(
            WorkspaceId workspace, PostId id, ChannelId channel, long version, Sighting sighting) {
        return told(posts.settle(workspace, id, channel, version, sighting));
    }

    @Override
    public Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption) {
        return told(posts.resume(workspace, id, channel, revision, resumption));
    }

    @Override
    public Optional<PostWithTargets> find(WorkspaceId workspace, PostId id) {
        return posts.find(workspace, id);
    }

    @Override
    public Set<PostId> there(WorkspaceId workspace, Collection<PostId> ids) {
        return posts.there(workspace, ids);
    }

    @Override
    public Page<Post> calendar(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page) {
        return posts.calendar(workspace, brand, month, page);
    }

    @Override
    public Page<Post> answers(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page) {
        return posts.answers(workspace, brand, month, page);
    }

    @Override
    public Change<PostWithTargets> cancel(WorkspaceId workspace, PostId id, long version) {
        return posts.cancel(workspace, id, version);
    }

    @Override
    public Page<Target> suspended(WorkspaceId workspace, BrandId brand, PageRequest page) {
        return posts.suspended(workspace, brand, page);
    }

    @Override
    public Set<PostId> wantedAgain(WorkspaceId workspace, BrandId brand, Instant from, Instant to) {
        return posts.wantedAgain(workspace, brand, from, to);
    }

    @Override
    public Change<PostWithTargets> delete(WorkspaceId workspace, PostId id, long version) {
        return posts.delete(workspace, id, version);
    }

    @Override
    public Optional<Content> content(WorkspaceId workspace, PostId id, long revision) {
        return posts.content(workspace, id, revision);
    }
}
