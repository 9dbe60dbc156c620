package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A post on one channel.
 *
 * @param dueAt the second it was promised for
 * @param lateness later than this after {@code dueAt} it is missed
 * @param tries how many sends were begun
 * @param reason why it stands where it stands, in words for a person; empty while all is well
 * @param publication where it went out; while it is uncertain, a post that it has laid claim to
 * @param seal of what was approved for it, the only thing that may go out; empty when nobody had to approve it, or has
 *     not yet
 */
public record Target(
        WorkspaceId workspace,
        PostId post,
        ChannelId channel,
        BrandId brand,
        NetworkId network,
        long revision,
        TargetState state,
        Instant dueAt,
        Duration lateness,
        int tries,
        String reason,
        Optional<Attempt> attempt,
        Optional<Publication> publication,
        String seal)
        implements Work {
    /**
     * How long after its time a target that waits for approval is looked at: further than a worker looks ahead, so that
     * none meets it before its time is over.
     */
    public static final Duration EXPIRES_AFTER = Duration.ofMinutes(3);

    /** A target that nobody had to approve. */
    public Target(
            WorkspaceId workspace,
            PostId post,
            ChannelId channel,
            BrandId brand,
            NetworkId network,
            long revision,
            TargetState state,
            Instant dueAt,
            Duration lateness,
            int tries,
            String reason,
            Optional<Attempt> attempt,
            Optional<Publication> publication) {
        this(
                workspace,
                post,
                channel,
                brand,
                network,
                revision,
                state,
                dueAt,
                lateness,
                tries,
                reason,
                attempt,
                publication,
                "");
    }

    @Override
    public String id() {
        return post + "." + channel;
    }

    /** The key under which every try of this revision is made. */
    public String clientKey() {
        return post + "." + channel + "." + revision;
    }

    /** Whether it is too late to be wanted. */
    public boolean missedAt(Instant now) {
        return now.isAfter(dueAt.plus(lateness));
    }

    public Target prepared() {
        return at(TargetState.PREPARED, "", attempt, publication, tries);
    }

    public Target sending(Attempt now) {
        return at(TargetState.SENDING, "", Optional.of(now), publication, tries + 1);
    }

    public Target published(Publication where) {
        return at(TargetState.PUBLISHED, "", Optional.empty(), Optional.of(where), tries);
    }

    public Target uncertain(String why) {
        return at(TargetState.UNCERTAIN, why, attempt, publication, tries);
    }

    /** The call is over and did not say whether it was taken. */
    public Target uncertainAfter(Attempt over, String why) {
        return at(TargetState.UNCERTAIN, why, Optional.of(over), publication, tries);
    }

    /** It may have gone out as this post: no other target takes it for its own any more. */
    public Target claiming(Publication where, String why) {
        return at(TargetState.UNCERTAIN, why, attempt, Optional.of(where), tries);
    }

    /** It may have gone out, but not as the post that it laid claim to. */
    public Target withdrawn(String why) {
        return at(TargetState.UNCERTAIN, why, attempt, Optional.empty(), tries);
    }

    /** Given up by workers, put back by a person: what may have gone out is looked for, never sent. */
    public Target again() {
        return switch (state) {
            case SENDING -> uncertain("it was given up while it was being sent");
            case DRAFT,
                    APPROVAL,
                    SCHEDULED,
                    PREPARED,
                    PUBLISHED,
                    FAILED,
                    RETRY_AT,
                    UNCERTAIN,
                    MISSED,
                    HELD,
                    CANCELLED -> this;
        };
    }

    /** Surely not out: it is due again, and wanted as long after {@code at} as it was after its second. */
    public Target wantedAt(Instant at) {
        var since = Duration.between(dueAt, at);
        return new Target(
                workspace,
                post,
                channel,
                brand,
                network,
                revision,
                TargetState.RETRY_AT,
                dueAt,
                since.isNegative() ? lateness : lateness.plus(since),
                tries,
                "a person has seen that it is not out",
                Optional.empty(),
                Optional.empty(),
                seal);
    }

    /** Ends, waits or is held without having gone out: the attempt is over. */
    public Target without(TargetState now, String why) {
        return at(now, why, Optional.empty(), Optional.empty(), tries);
    }

    /** Approved as {@code what}: it goes out at its time. */
    public Target cleared(String what) {
        return new Target(
                workspace,
                post,
                channel,
                brand,
                network,
                revision,
                TargetState.SCHEDULED,
                dueAt,
                lateness,
                tries,
                "",
                Optional.empty(),
                publication,
                what);
    }

    /** Not approved, or no longer. */
    public Target awaiting(String why) {
        return new Target(
                workspace,
                post,
                channel,
                brand,
                network,
                revision,
                TargetState.APPROVAL,
                dueAt,
                lateness,
                tries,
                why,
                Optional.empty(),
                publication,
                "");
    }

    /** The same target of another revision. */
    public Target of(long otherRevision) {
        return new Target(
                workspace,
                post,
                channel,
                brand,
                network,
                otherRevision,
                state,
                dueAt,
                lateness,
                tries,
                reason,
                attempt,
                publication,
                seal);
    }

    /** When it is looked at; never, for a draft or one that has ended. */
    public Optional<Instant> lookedAt() {
        return switch (state) {
            case SCHEDULED, PREPARED, RETRY_AT, HELD, SENDING, UNCERTAIN -> Optional.of(dueAt);
            case APPROVAL -> Optional.of(dueAt.plus(EXPIRES_AFTER));
            case DRAFT, PUBLISHED, FAILED, MISSED, CANCELLED -> Optional.empty();
        };
    }

    private Target at(
            TargetState now, String why, Optional<Attempt> attempted, Optional<Publication> published, int begun) {
        return new Target(
                workspace, post, channel, brand, network, revision, now, dueAt, lateness, begun, why, attempted,
                published, seal);
    }
}
