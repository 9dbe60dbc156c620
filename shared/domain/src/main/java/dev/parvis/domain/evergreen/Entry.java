package dev.parvis.domain.evergreen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Named;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Something that stays true.
 *
 * @param until the last day on which it may be said, in the brand's zone
 * @param times how many posts were made of it
 * @param last when the last of them was to go out
 * @param paused while it is, it is passed over
 */
public record Entry(
        WorkspaceId workspace,
        QueueId queue,
        EntryId id,
        Content content,
        Labels labels,
        Optional<LocalDate> until,
        int times,
        Optional<Instant> last,
        boolean paused,
        long version) {

    /** Whether it may be said at an instant, which is on that day in the brand's zone. */
    boolean fits(Instant at, LocalDate day, int gapDays) {
        return !paused
                && until.filter(day::isAfter).isEmpty()
                && last.filter(before -> at.isBefore(before.plus(Duration.ofDays(gapDays))))
                        .isEmpty();
    }

    /** The id of the post that is made of it next: always the same. */
    PostId next() {
        var millis = last.orElse(Instant.EPOCH).toEpochMilli();
        return new PostId(Named.ulid(millis, workspace + "\n" + queue + "\n" + id + "\n" + times));
    }

    /** The same, passed over. */
    Entry silent() {
        return new Entry(workspace, queue, id, content, labels, until, times, last, true, version);
    }

    /** After a post was made of it. */
    public Entry said(Instant at) {
        return new Entry(workspace, queue, id, content, labels, until, times + 1, Optional.of(at), paused, version);
    }
}
