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
 * @param made the last post that was made of it; empty when it was never said, or by what knew of no such thing
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
        long version,
        Optional<Made> made) {
    /**
     * A post that was made of an entry.
     *
     * @param before when the post before it was to go out
     */
    public record Made(PostId post, Optional<Instant> before) {}

    /** One of which no post was made yet. */
    public Entry(
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
        this(workspace, queue, id, content, labels, until, times, last, paused, version, Optional.empty());
    }

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
        return new Entry(workspace, queue, id, content, labels, until, times, last, true, version, made);
    }

    /** As if its last post had never been made; the one that is made of it next has an id of its own. */
    Entry unsaid() {
        var before = made.flatMap(Made::before);
        return new Entry(workspace, queue, id, content, labels, until, times, before, paused, version, made);
    }

    /** After a post was made of it. */
    public Entry said(Instant at) {
        var post = Optional.of(new Made(next(), last));
        return new Entry(
                workspace, queue, id, content, labels, until, times + 1, Optional.of(at), paused, version, post);
    }

    /** What it says now, as often as the other was said. */
    public Entry noting(Entry said) {
        return new Entry(
                workspace, queue, id, content, labels, until, said.times, said.last, paused, version, said.made);
    }

    /** As an edit leaves it: how often it was said is of what is stored. */
    public Entry editedTo(Entry edited) {
        return new Entry(
                workspace,
                queue,
                id,
                edited.content,
                edited.labels,
                edited.until,
                times,
                last,
                edited.paused,
                version + 1,
                made);
    }
}
