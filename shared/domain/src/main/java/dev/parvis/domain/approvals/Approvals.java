package dev.parvis.domain.approvals;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Approval.Decision;
import dev.parvis.domain.posts.Approval.Verdict;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.stored.Change;

/** Takes ballots: decides whether they count, writes what they change, and tells. */
public final class Approvals {
    private static final int MOST_ROUNDS = 8;
    /** As much of a seal as an id needs beside the post's. */
    private static final int OF_THE_SEAL = 16;

    private final Posts posts;
    private final Audit audit;
    private final Notices notices;
    private final Requests requests;
    private final InstantSource clock;

    public Approvals(Posts posts, Audit audit, Notices notices, Requests requests, InstantSource clock) {
        this.posts = posts;
        this.audit = audit;
        this.notices = notices;
        this.requests = requests;
        this.clock = clock;
    }

    /** An edit in between that changes nothing of what was seen makes it look again. */
    public Decided decide(Ballot ballot) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var there = posts.find(ballot.workspace(), ballot.post());
            if (there.isEmpty()) {
                return new Decided.NotAsked();
            }
            var outcome = on(there.get(), ballot);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Decided.Changed();
    }

    /** Empty when somebody else wrote the post in between. */
    private Optional<Decided> on(PostWithTargets there, Ballot ballot) {
        var asked = there.post().approval().filter(approval -> approval.asks(ballot.part()));
        if (asked.isEmpty()) {
            return Optional.of(new Decided.NotAsked());
        }
        if (!asked.get().seal().equals(ballot.seal())) {
            return Optional.of(new Decided.Changed());
        }
        var before = asked.get().of(ballot.part());
        if (before.filter(made -> made.verdict() == ballot.verdict()).isPresent()) {
            tell(there.post(), ballot.part(), before.get());
            return Optional.of(new Decided.Counted(there));
        }
        if (ballot.verdict() == Verdict.APPROVED && asked.get().isRefused()) {
            return Optional.of(new Decided.Refused());
        }
        return isTooLate(there, ballot.verdict())
                ? Optional.of(new Decided.TooLate())
                : written(there, asked.get(), ballot);
    }

    /** An approval must come before its time; a refusal, before anything is being sent. */
    private boolean isTooLate(PostWithTargets there, Verdict verdict) {
        var sent = there.targets().stream().anyMatch(target -> !target.editable());
        var over = there.post()
                .schedule()
                .filter(schedule -> clock.instant().isBefore(schedule.at()))
                .isEmpty();
        return sent || (verdict == Verdict.APPROVED && over);
    }

    private Optional<Decided> written(PostWithTargets there, Approval asked, Ballot ballot) {
        var decision =
                new Decision(ballot.verdict(), ballot.by(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var approval = asked.decided(ballot.part(), decision);
        approval.waitsFor().ifPresent(next -> requests.ask(there.post(), next));
        var reason = ballot.verdict() == Verdict.REFUSED ? "refused by the " + name(ballot.part()) : "";
        var now = Plan.decided(there.post(), there.targets(), approval, reason);
        return switch (posts.change(now.post(), now.targets())) {
            case Change.Done<PostWithTargets>(var done) -> {
                tell(done.post(), ballot.part(), decision);
                yield Optional.of(new Decided.Counted(done));
            }
            case Change.Conflict<PostWithTargets> _ -> Optional.empty();
            case Change.Missing<PostWithTargets> _ -> Optional.of(new Decided.NotAsked());
            case Change.Refused<PostWithTargets> _ -> Optional.of(new Decided.TooLate());
        };
    }

    /** The audit trail first, then who wants to know; under ids that make repeating it harmless. */
    private void tell(Post post, Approval.Part part, Decision decision) {
        var approval = post.approval().orElseThrow();
        var verdict = decision.verdict() == Verdict.APPROVED ? "approved" : "refused";
        var id = id(post, approval, part) + "." + decision.at().toEpochMilli() + "." + verdict;
        var facts = facts(post, part);
        audit.add(new AuditEntry(
                post.workspace(),
                id,
                decision.at(),
                decision.by(),
                "post." + verdict,
                "post/" + post.id(),
                "",
                withSeal(facts, approval)));
        if (decision.verdict() == Verdict.REFUSED) {
            notices.tell(new Event(id, Event.Type.POST_REFUSED, post.workspace(), decision.at(), facts));
        } else if (approval.isGranted()) {
            notices.tell(new Event(id, Event.Type.POST_APPROVED, post.workspace(), decision.at(), facts));
        } else {
            tellAsked(post);
        }
    }

    /** Tells the bus and the workspace's endpoints whom a post that was kept waits for, if it waits at all. */
    public void tellAsked(Post post) {
        post.approval().ifPresent(approval -> approval.waitsFor()
                .ifPresent(part -> notices.tell(new Event(
                        id(post, approval, part) + ".asked",
                        Event.Type.APPROVAL_REQUESTED,
                        post.workspace(),
                        clock.instant(),
                        facts(post, part)))));
    }

    private static String id(Post post, Approval approval, Approval.Part part) {
        return post.id() + "." + approval.seal().substring(0, OF_THE_SEAL) + "." + name(part);
    }

    private static Map<String, String> withSeal(Map<String, String> facts, Approval approval) {
        var more = new LinkedHashMap<>(facts);
        more.put("seal", approval.seal());
        return more;
    }

    static Map<String, String> facts(Post post, Approval.Part part) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("brand", post.brand().value());
        facts.put("post", post.id().value());
        facts.put("revision", Long.toString(post.revision()));
        facts.put("by", name(part));
        return facts;
    }

    static String name(Approval.Part part) {
        return switch (part) {
            case TEAM -> "team";
            case CLIENT -> "client";
        };
    }
}
