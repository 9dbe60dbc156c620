package dev.parvis.domain.posts;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;

/**
 * Which targets a post has and whether they may go out: the one place where targets are made, so that none passes by
 * the people who must agree.
 */
public final class Plan {
    private final Sites.Known sites;

    private Plan(Sites.Known sites) {
        this.sites = sites;
    }

    /** @param sites under which links in texts are tagged too */
    public static Plan knowing(Sites.Known sites) {
        return new Plan(sites);
    }

    /** The same, with links in texts as they are typed: of answers, which are part of a conversation. */
    public static PostWithTargets of(Post asked, Brand brand, List<Channel> channels, Optional<Approval> before) {
        return knowing(Sites.Known.NOTHING).make(asked, brand, channels, before);
    }

    /**
     * The post on these channels, its links tagged as it or the brand says. Without a schedule they are drafts; where
     * somebody must agree they wait for that, but answers never do: who wrote is waiting, and approval is of what a brand
     * says by itself.
     *
     * @param before what was decided on the post as it stands: it is kept when it was not refused and what it was
     *     decided on has not changed by a letter, a second or a channel
     */
    public PostWithTargets make(Post asked, Brand brand, List<Channel> channels, Optional<Approval> before) {
        var post = asked.with(Utm.on(asked.content(), asked.id(), asked.labels(), brand, sites));
        var targets =
                channels.stream().map(channel -> target(post, brand, channel)).toList();
        var policy = brand.approving().policy();
        if (policy == Approving.Policy.NONE || post.schedule().isEmpty() || targets.isEmpty() || post.isAnswer()) {
            return new PostWithTargets(post.with(Optional.empty()), targets);
        }
        var seal = Seal.of(post.content(), targets);
        var approval = before.filter(
                        known -> known.policy() == policy && known.seal().equals(seal) && !known.isRefused())
                .orElseGet(() -> Approval.asked(policy, seal));
        return decided(post, targets, approval, "");
    }

    /** The post and its targets after a decision; what has ended, is held or is a draft stays as it is. */
    public static PostWithTargets decided(Post post, List<Target> targets, Approval approval, String reason) {
        var now = targets.stream()
                .map(target -> switch (target.state()) {
                    case APPROVAL, SCHEDULED, PREPARED, RETRY_AT ->
                        approval.isGranted()
                                ? target.cleared(Seal.of(post.content(), target))
                                : target.awaiting(reason);
                    case DRAFT, SENDING, PUBLISHED, FAILED, UNCERTAIN, MISSED, HELD, CANCELLED -> target;
                })
                .toList();
        return new PostWithTargets(post.with(Optional.of(approval)), now);
    }

    /** Why a post may not be edited to this; empty when it may. What an answer answers stays. */
    public static Optional<String> refusal(Post stored, Post edited) {
        if (stored.content().answers().equals(edited.content().answers())) {
            return Optional.empty();
        }
        return Optional.of(
                stored.isAnswer()
                        ? "it answers what somebody wrote: an edit cannot make it a post, or an answer to something else"
                        : "a post cannot be made an answer");
    }

    /** Refuses to keep a target that could go out although somebody must still agree. A fault of ours, never a user's. */
    public static void check(Post post, List<Target> targets) {
        if (post.isAnswer() && targets.size() > 1) {
            throw new IllegalArgumentException("an answer is given on one channel");
        }
        var approval = post.approval();
        if (approval.isEmpty()) {
            return;
        }
        for (var target : targets) {
            var goesOut =
                    switch (target.state()) {
                        case SCHEDULED, PREPARED, RETRY_AT -> true;
                        case DRAFT, APPROVAL, SENDING, PUBLISHED, FAILED, UNCERTAIN, MISSED, HELD, CANCELLED -> false;
                    };
            if (goesOut && !(approval.get().isGranted() && target.seal().equals(Seal.of(post.content(), target)))) {
                throw new IllegalArgumentException("a target could go out that nobody has approved");
            }
        }
    }

    private static Target target(Post post, Brand brand, Channel channel) {
        return new Target(
                post.workspace(),
                post.id(),
                channel.id(),
                post.brand(),
                channel.network(),
                post.revision(),
                post.schedule().isPresent() ? TargetState.SCHEDULED : TargetState.DRAFT,
                post.schedule().map(Schedule::at).orElse(post.createdAt()),
                brand.lateness(),
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }
}
