package dev.parvis.domain.posts;

import java.time.Duration;
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

/** Posts, their contents by revision, and their targets. */
public interface Posts {
    /** Far longer than what may have gone out is looked for. */
    Duration DECISIONS_KEPT = Duration.ofDays(30);

    /**
     * Keeps the post and its targets in one go; scheduled targets enter the agenda. At most 20 targets. A conflict
     * with what is there when the id is taken. An answer has one. In the same go the post is booked at its instant on the channel of each
     * target, and stays so until it is moved, cancelled or deleted; see {@link Booking} for who may be there already.
     */
    Change<PostWithTargets> create(Post post, List<Target> targets, Booking booking);

    /** At a time that a person said. */
    default Change<PostWithTargets> create(Post post, List<Target> targets) {
        return create(post, targets, Booking.SHARED);
    }

    Optional<PostWithTargets> find(WorkspaceId workspace, PostId id);

    /** Which of these posts there are, however many are asked for; one made within the last second may be left out. */
    Set<PostId> there(WorkspaceId workspace, Collection<PostId> ids);

    /** A brand's posts of a month (UTC, by due time; drafts by creation), earliest first. Answers are not among them. */
    Page<Post> calendar(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page);

    /** A brand's answers of a month (UTC, by due time), earliest first. */
    Page<Post> answers(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page);

    /**
     * Replaces content, schedule and targets in one go, if the stored version is {@code edited.version()}. The
     * revision grows by one when content or schedule differ from what is stored, whatever {@code edited} and the
     * targets say, and targets get it; brand, author and creation stay. Every target's fence is raised, so that a
     * worker that holds the old revision can never fire it. Refused, with the reason, when a target is past editing, and
     * when it would answer something else than it does, or nothing.
     * Bookings follow in the same go; those that stay where they were are not asked for again.
     */
    Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking);

    /** At a time that a person said, or the one it has. */
    default Change<PostWithTargets> change(Post edited, List<Target> targets) {
        return change(edited, targets, Booking.SHARED);
    }

    /**
     * Cancels what has not gone out; refused when a target is past editing and not yet published, and when all that
     * could be cancelled is out.
     */
    Change<PostWithTargets> cancel(WorkspaceId workspace, PostId id, long version);

    /**
     * What a person has seen of one target that may have gone out. Its fence is raised: what a worker finds meanwhile is not
     * written. Refused as {@link Sighting#refusal} says, or when the post does not go to this channel.
     */
    Change<PostWithTargets> settle(
            WorkspaceId workspace, PostId id, ChannelId channel, long version, Sighting sighting);

    /**
     * What a person decides on one target that a stop has held, in one go with the post. Refused as
     * {@link Resumption#refusal} says; an edit in between is looked at again.
     */
    Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption);

    /** A brand's targets that a stop has held and nobody has decided on, by the time they had, earliest first. */
    Page<Target> suspended(WorkspaceId workspace, BrandId brand, PageRequest page);

    /**
     * The posts of a brand of which a person has wanted something out at another instant than their own, where that instant is
     * not before {@code from} nor after {@code to}: no month shows them there. A decision of the last second may be
     * missing; one of more than {@link #DECISIONS_KEPT} ago is forgotten.
     */
    Set<PostId> wantedAgain(WorkspaceId workspace, BrandId brand, Instant from, Instant to);

    /** Removes a post none of whose targets went out or may have; others are refused. */
    Change<PostWithTargets> delete(WorkspaceId workspace, PostId id, long version);

    /** The content of a revision. Revisions never change, so this is a cheap read. */
    Optional<Content> content(WorkspaceId workspace, PostId id, long revision);
}
