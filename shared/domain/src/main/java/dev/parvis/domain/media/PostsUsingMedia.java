package dev.parvis.domain.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.PostsAround;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Posts whose media know where they are used: whoever keeps a post, person or series, the use is remembered first. A use
 * that came to nothing is harmless, since the post is asked. A post without media costs nothing more.
 */
public final class PostsUsingMedia extends PostsAround {
    private final MediaLibrary library;

    public PostsUsingMedia(Posts posts, MediaLibrary library) {
        super(posts);
        this.library = library;
    }

    /** Every media that a post shows anywhere. */
    public static Stream<MediaId> mediaOf(Post post) {
        return mediaOf(post.content());
    }

    /** Every media that a content shows anywhere; an id that could be none of ours is left out. */
    public static Stream<MediaId> mediaOf(Content content) {
        return content.media().stream().flatMap(id -> parsed(id).stream());
    }

    private static Optional<MediaId> parsed(String id) {
        try {
            return Optional.of(new MediaId(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void remember(Post post) {
        var use = new Use(post.id(), post.schedule().map(Schedule::at));
        mediaOf(post).forEach(media -> library.use(post.workspace(), media, use));
    }

    @Override
    public Change<PostWithTargets> create(Post post, List<Target> targets, Booking booking) {
        remember(post);
        return super.create(post, targets, booking);
    }

    @Override
    public Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking) {
        remember(edited);
        return super.change(edited, targets, booking);
    }

    /** What goes out at another time is used then too. */
    @Override
    public Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption) {
        if (resumption instanceof Resumption.At(var at)) {
            find(workspace, id).ifPresent(whole -> mediaOf(whole.post())
                    .forEach(media -> library.use(workspace, media, new Use(id, Optional.of(at)))));
        }
        return super.resume(workspace, id, channel, revision, resumption);
    }
}
