package dev.parvis.domain.assisted;

import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What a mailed link names: one revision of a post on one channel, and the helper it was mailed to. Whoever the channel
 * no longer names can no longer use it.
 */
public record HandOver(WorkspaceId workspace, PostId post, ChannelId channel, long revision, Helper helper) {
    /** What the link's token is made for. */
    public static final String PURPOSE = "assisted link";

    private static final int PARTS = 6;

    public static HandOver of(Target target, Helper helper) {
        return new HandOver(target.workspace(), target.post(), target.channel(), target.revision(), helper);
    }

    public String payload() {
        return String.join(
                "\n",
                workspace.value(),
                post.value(),
                channel.value(),
                Long.toString(revision),
                helper.language().name(),
                helper.email());
    }

    public static Optional<HandOver> parse(String payload) {
        var parts = payload.split("\n", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HandOver(
                    new WorkspaceId(parts[0]),
                    new PostId(parts[1]),
                    new ChannelId(parts[2]),
                    Long.parseLong(parts[3]),
                    new Helper(parts[5], Language.valueOf(parts[4]))));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The target of a post that it names, whatever its revision is by now. */
    public Optional<Target> in(PostWithTargets whole) {
        return whole.targets().stream()
                .filter(target -> target.channel().equals(channel))
                .findFirst();
    }

    /** Who says something on the page, as the audit trail names them. */
    public String by() {
        return "helper/" + helper.digest(workspace);
    }

    @Override
    public String toString() {
        return "HandOver[" + post + " " + channel + " " + revision + "]";
    }
}
