package dev.parvis.domain.preflight;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What was seen of a post before its time.
 *
 * @param revision of the post that was seen
 * @param due the time that it was seen for
 */
public record Check(
        WorkspaceId workspace,
        PostId post,
        long revision,
        Stage stage,
        Instant due,
        Instant at,
        List<Finding> findings) {
    public Check {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is left to look at for this stage of this time. */
    boolean settles(Stage asked, Instant time) {
        return due.equals(time) && stage.compareTo(asked) >= 0 && (asked == Stage.DAY || isComplete());
    }

    private boolean isComplete() {
        return findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.UNASKED);
    }

    /** Whether the post is still what was seen, and due when it was seen for. */
    public boolean isOf(Post there) {
        return revision == there.revision()
                && there.schedule()
                        .filter(schedule -> schedule.at().equals(due))
                        .isPresent();
    }

    /** What was seen of one channel. */
    public List<Finding> of(ChannelId channel) {
        return findings.stream()
                .filter(finding -> finding.channel().equals(channel))
                .toList();
    }
}
