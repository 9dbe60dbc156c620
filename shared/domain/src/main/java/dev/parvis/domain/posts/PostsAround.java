package dev.parvis.domain.posts;

import java.time.Instant;
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

/** Posts as others keep them: for who does something more at one or the other call. */
public abstract class PostsAround implements Posts {
    private final Posts posts;

    protected PostsAround(Posts posts) {
        this.posts = posts;
    }

    @Override
    public Change<PostWithTargets> create(Post post, List<Target> targets, Booking booking) {
        return posts.create(post, targets, booking);
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
    public Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking) {
        return posts.change(edited, targets, booking);
    }

    @Override
    public Change<PostWithTargets> cancel(WorkspaceId workspace, PostId id, long version) {
        return posts.cancel(workspace, id, version);
    }

    @Override
    public Change<PostWithTargets> settle(
            WorkspaceId workspace, PostId id, ChannelId channel, long version, Sighting sighting) {
        return posts.settle(workspace, id, channel, version, sighting);
    }

    @Override
    public Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption) {
        return posts.resume(workspace, id, channel, revision, resumption);
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
