package dev.parvis.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A post's partition as it was read: its row, its content, its targets' rows. */
record PostRows(Row row, Content content, Map<ChannelId, Row> targetRows) {
    private static final TargetCodec TARGETS = new TargetCodec();

    /** Strongly consistent: what is decided on it is decided on what is there. */
    static Optional<PostRows> read(Rows rows, WorkspaceId workspace, PostId id) {
        var found =
                rows.all(Range.of(Keys.postPartition(workspace, id), Keys.POST).latest());
        if (found.isEmpty() || !found.getFirst().key().sk().equals(Keys.POST)) {
            return Optional.empty();
        }
        var post = found.getFirst();
        var content = rows.find(PostCodec.content(post));
        if (content.isEmpty()) {
            throw post.broken("revision");
        }
        var targets = new LinkedHashMap<ChannelId, Row>();
        found.stream().skip(1).forEach(row -> targets.put(TARGETS.decode(row).channel(), row));
        return Optional.of(new PostRows(post, ContentCodec.decode(content.get()), targets));
    }

    Post post() {
        return PostCodec.decode(row, content);
    }

    List<Target> targets() {
        return targetRows.values().stream().map(TARGETS::decode).toList();
    }

    Optional<Target> target(ChannelId channel) {
        return Optional.ofNullable(targetRows.get(channel)).map(TARGETS::decode);
    }

    PostWithTargets value() {
        return new PostWithTargets(post(), targets());
    }
}
