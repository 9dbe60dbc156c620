package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Posts whose publisher is woken ({@link Waking}) when one of them is due sooner than the next tick is sure to come: an answer just
 * typed, an edit or an approval in the last minutes. What is due later costs nothing more; an event that is lost leaves the post to
 * the tick, and one that is doubled finds nothing left to claim.
 */
public final class PromptPosts extends PostsAround {
    private final Waking waking;
    private final Duration horizon;
    private final InstantSource clock;

    /** @param horizon how far ahead a tick claims */
    public PromptPosts(Posts posts, Waking waking, Duration horizon, InstantSource clock) {
        super(posts);
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
        return told(super.create(post, targets, booking));
    }

    @Override
    public Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking) {
        return told(super.change(edited, targets, booking));
    }

    @Override
    public Change<PostWithTargets> settle(
            WorkspaceId workspace, PostId id, ChannelId channel, long version, Sighting sighting) {
        return told(super.settle(workspace, id, channel, version, sighting));
    }

    @Override
    public Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption) {
        return told(super.resume(workspace, id, channel, revision, resumption));
    }
}
