package dev.parvis.table;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** Posts, their contents by revision and their targets, in one partition per post. */
final class TablePosts implements Posts {
    private static final int MOST_TARGETS = 20;
    private static final TargetCodec TARGETS = new TargetCodec();
    /** After every id. */
    private static final String LAST = "~";

    private final Rows rows;
    private final PostEdits edits;

    TablePosts(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.edits = new PostEdits(rows, settings);
    }

    @Override
    public Change<PostWithTargets> create(Post post, List<Target> targets, Booking booking) {
        checkTargets(post, targets);
        return edits.create(new PostWithTargets(post, targets), booking);
    }

    @Override
    public Optional<PostWithTargets> find(WorkspaceId workspace, PostId id) {
        return PostRows.read(rows, workspace, id).map(PostRows::value);
    }

    /** A read of a hundred posts' rows at a time. */
    @Override
    public Set<PostId> there(WorkspaceId workspace, Collection<PostId> ids) {
        var keys = ids.stream().map(id -> Keys.post(workspace, id)).toList();
        return rows.batch(keys).values().stream().map(PostCodec::id).collect(Collectors.toSet());
    }

    @Override
    public Page<Post> calendar(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page) {
        return listed(CalendarKeys.calendar(workspace, brand, month), page);
    }

    @Override
    public Page<Post> answers(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page) {
        return listed(CalendarKeys.answers(workspace, brand, month), page);
    }

    /** One query, and one batch for the contents. A post deleted in between is left out. */
    private Page<Post> listed(String partition, PageRequest page) {
        var range = Range.index("Calendar", "calendar", partition);
        var found = rows.page(range, page);
        var contents = rows.batch(found.items().stream().map(PostCodec::content).toList());
        var posts = found.items().stream()
                .flatMap(row -> Optional.ofNullable(contents.get(PostCodec.content(row)))
                        .or(() -> rows.latest(PostCodec.content(row)))
                        .map(content -> PostCodec.decode(row, ContentCodec.decode(content)))
                        .stream())
                .toList();
        return new Page<>(posts, found.next());
    }

    @Override
    public Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking) {
        checkTargets(edited, targets);
        return edits.edit(
                edited.workspace(),
                edited.id(),
                edited.version(),
                there -> edits.changed(there, new PostWithTargets(edited, targets), booking));
    }

    @Override
    public Change<PostWithTargets> cancel(WorkspaceId workspace, PostId id, long version) {
        return edits.edit(workspace, id, version, edits::cancelled);
    }

    @Override
    public Change<PostWithTargets> settle(
            WorkspaceId workspace, PostId id, ChannelId channel, long version, Sighting sighting) {
        return edits.edit(workspace, id, version, there -> edits.settled(there, channel, sighting));
    }

    @Override
    public Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption) {
        return edits.edit(workspace, id, there -> edits.resumed(there, channel, revision, resumption));
    }

    @Override
    public Page<Target> suspended(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var range = Range.index("Calendar", "calendar", CalendarKeys.suspended(workspace, brand));
        var found = rows.page(range, page);
        return new Page<>(found.items().stream().map(TARGETS::decode).toList(), found.next());
    }

    @Override
    public Set<PostId> wantedAgain(WorkspaceId workspace, BrandId brand, Instant from, Instant to) {
        var range = Range.index("Calendar", "calendar", CalendarKeys.wanted(workspace, brand))
                .between(Times.format(from), Keys.at(to, LAST));
        return rows.all(range).stream().map(PostCodec::id).collect(Collectors.toSet());
    }

    @Override
    public Change<PostWithTargets> delete(WorkspaceId workspace, PostId id, long version) {
        var deleted = edits.edit(workspace, id, version, edits::deleted);
        if (deleted instanceof Change.Done) {
            forgetComments(workspace, id);
            rows.delete(Keys.check(workspace, id));
        }
        return deleted;
    }

    /** What was written about a post goes with it; what a crash here leaves goes when its time to live is over. */
    private void forgetComments(WorkspaceId workspace, PostId id) {
        rows.all(Range.of(Keys.comments(workspace, id), "").latest()).forEach(comment -> rows.delete(comment.key()));
    }

    @Override
    public Optional<Content> content(WorkspaceId workspace, PostId id, long revision) {
        return rows.find(Keys.revision(workspace, id, revision)).map(ContentCodec::decode);
    }

    private static void checkTargets(Post post, List<Target> targets) {
        Plan.check(post, targets);
        if (targets.size() > MOST_TARGETS) {
            throw new IllegalArgumentException("a post has at most " + MOST_TARGETS + " targets");
        }
        var strange = targets.stream()
                .anyMatch(target -> !target.workspace().equals(post.workspace())
                        || !target.post().equals(post.id()));
        if (strange) {
            throw new IllegalArgumentException("a target belongs to another post");
        }
    }
}
