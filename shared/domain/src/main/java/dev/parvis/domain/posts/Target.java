package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param tries how many sends of the part that is next were begun
 * @param reason why it stands where it stands, in words for a person; empty while all is well
 * @param publication where it went out; while it is uncertain, a post that it has laid claim to
 * @param out the parts that are out, in order, as long as others must follow or have followed; empty for a post of one part
 * @param seal of what was approved for it, the only thing that may go out; empty when nobody had to, or has not yet
 * @param left what preparing this revision's next part left on the network, opaque to us; empty when none, and at the end
 * @param passes under which crisis stops it may go out all the same; an edit voids them
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
        String seal,
        List<Publication> out,
        String left,
        Passes passes)
        implements Work {
    /** The longest that {@code left} may be: the row must stay under 1 KB. */
    public static final int MOST_LEFT = 400;

    /**
     * How long after its time what waits for approval is looked at: further than a worker looks ahead, who never meets it.
     */
    public static final Duration EXPIRES_AFTER = Duration.ofMinutes(3);

    public Target {
        out = List.copyOf(out);
        if (left.length() > MOST_LEFT) {
            throw new IllegalArgumentException("what preparing leaves has at most " + MOST_LEFT + " characters");
        }
    }

    /** A target of which nothing is out and that nobody had to approve. */
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
                "",
                List.of(),
                "",
                Passes.NONE);
    }

    @Override
    public String id() {
        return post + "." + channel;
    }

    /** The key under which every try of this revision's first part is made. */
    public String clientKey() {
        return post + "." + channel + "." + revision;
    }

    /** Which part is the next to go out: 0 is the first. */
    public int part() {
        return out.size();
    }

    /** The key under which every try of the part that is next is made. */
    public String partKey() {
        return out.isEmpty() ? clientKey() : clientKey() + "." + out.size();
    }

    /** Consequences are told under it: each window of what is half out by its own; at the end, as before its last part. */
    public String toldKey() {
        var parts = state == TargetState.PUBLISHED ? out.size() - 1 : out.size();
        return parts <= 0 ? clientKey() : clientKey() + "." + parts + "." + lateness.toSeconds();
    }

    /** The instant that the next part carries: a millisecond after that of the part before. */
    public Instant partAt() {
        return dueAt.plusMillis(out.size());
    }

    /** Whether an edit or a cancellation can still win: not when anything of it is out, or may be. */
    public boolean editable() {
        return out.isEmpty() && state.editable();
    }

    /** The posts that are its own on its network, or that it lays claim to. */
    public Stream<Publication> owned() {
        return Stream.concat(out.stream(), publication.stream());
    }

    /** A part of it is out, and others follow. */
    public Target following(Publication part) {
        var now = new ArrayList<>(out);
        now.add(part);
        return at(TargetState.PREPARED, "", Optional.empty(), Optional.empty(), 0)
                .having(revision, dueAt, now, lateness, seal, "", passes);
    }

    /** Whether it is too late to be wanted. */
    public boolean missedAt(Instant now) {
        return now.isAfter(dueAt.plus(lateness));
    }

    public Target prepared() {
        return at(TargetState.PREPARED, "", attempt, publication, tries);
    }

    /** A step of preparing is taken; what may have gone out stays in doubt. */
    public Target prepared(String nowLeft) {
        return (state.doubtful() ? this : prepared()).having(revision, dueAt, out, lateness, seal, nowLeft, passes);
    }

    public Target sending(Attempt now) {
        return at(TargetState.SENDING, "", Optional.of(now), publication, tries + 1);
    }

    /** Its last part is out; a target is where its first part is. */
    public Target published(Publication last) {
        var first = out.isEmpty() ? last : out.getFirst();
        return (out.isEmpty() ? this : following(last))
                .at(TargetState.PUBLISHED, "", Optional.empty(), Optional.of(first), tries);
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
        return state == TargetState.SENDING ? uncertain("it was given up while it was being sent") : this;
    }

    /** What is to go out is surely not out: it is due again, and wanted as long after {@code at} as it was after its second. */
    public Target wantedAt(Instant at, String why) {
        var since = Duration.between(dueAt, at);
        var late = since.isNegative() ? lateness : lateness.plus(since);
        return at(TargetState.RETRY_AT, why, Optional.empty(), Optional.empty(), tries)
                .having(revision, dueAt, out, late, seal, left, passes);
    }

    /** Held with nothing out, and given another time by a person: as if it had never been tried. */
    public Target resumed(long otherRevision, Instant at) {
        return of(otherRevision, at)
                .at(TargetState.SCHEDULED, "", Optional.empty(), publication, 0)
                .boundTo("")
                .passing(Passes.NONE);
    }

    /** Ends, waits or is held without having gone out: the attempt is over. */
    public Target without(TargetState now, String why) {
        return at(now, why, Optional.empty(), Optional.empty(), tries);
    }

    /** What a cancellation leaves: what is out stays, and nothing follows. */
    public Target cancelled() {
        return out.isEmpty()
                ? without(TargetState.CANCELLED, "")
                : at(
                        TargetState.PUBLISHED,
                        "cancelled after " + out.size() + " of its parts",
                        Optional.empty(),
                        Optional.of(out.getFirst()),
                        tries);
    }

    /** Approved as {@code what}: it goes out at its time. */
    public Target cleared(String what) {
        return at(TargetState.SCHEDULED, "", Optional.empty(), publication, tries)
                .boundTo(what);
    }

    /** Not approved, or no longer. */
    public Target awaiting(String why) {
        return at(TargetState.APPROVAL, why, Optional.empty(), publication, tries)
                .boundTo("");
    }

    /** The same target of another revision. */
    public Target of(long otherRevision) {
        return of(otherRevision, dueAt);
    }

    /** What lies on the network is of the revision that it was prepared from. */
    private Target of(long otherRevision, Instant due) {
        return having(otherRevision, due, out, lateness, seal, otherRevision == revision ? left : "", passes);
    }

    /** When it is looked at; never, for a draft, for one that has ended, and for one that waits for a person. */
    public Optional<Instant> lookedAt() {
        return state.lookedAt(dueAt);
    }

    private Target at(
            TargetState now, String why, Optional<Attempt> attempted, Optional<Publication> published, int begun) {
        var lies = now.ended() ? "" : left;
        return new Target(
                workspace, post, channel, brand, network, revision, now, dueAt, lateness, begun, why, attempted,
                published, seal, out, lies, passes);
    }

    private Target having(
            long ofRevision,
            Instant due,
            List<Publication> parts,
            Duration late,
            String bound,
            String lies,
            Passes under) {
        return new Target(
                workspace,
                post,
                channel,
                brand,
                network,
                ofRevision,
                state,
                due,
                late,
                tries,
                reason,
                attempt,
                publication,
                bound,
                parts,
                lies,
                under);
    }

    /** The same, under these stops too. */
    public Target passing(Passes now) {
        return having(revision, dueAt, out, lateness, seal, left, now);
    }

    Target boundTo(String what) {
        return having(revision, dueAt, out, lateness, what, left, passes);
    }
}
