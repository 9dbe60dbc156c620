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
    private Plan() {}

    /**
     * The post on these channels, its links tagged as it or the brand says. Without a schedule they are drafts; where somebody must agree they wait for that.
     *
     * @param before what was decided on the post as it stands: it is kept when it was not refused and what it was
     *     decided on has not changed by a letter, a second or a channel
     */
    public static PostWithTargets of(Post asked, Brand brand, List<Channel> channels, Optional<Approval> before) {
        var post = asked.with(Utm.on(asked.content(), asked.id(), asked.labels(), brand));
        var targets =
                channels.stream().map(channel -> target(post, brand, channel)).toList();
        var policy = brand.approving().policy();
        if (policy == Approving.Policy.NONE || post.schedule().isEmpty() || targets.isEmpty()) {
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

    /** Refuses to keep a target that could go out although somebody must still agree. A fault of ours, never a user's. */
    public static void check(Post post, List<Target> targets) {
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
