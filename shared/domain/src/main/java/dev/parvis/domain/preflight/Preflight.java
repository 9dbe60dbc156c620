package dev.parvis.domain.preflight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.networks.Accepts;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.slots.Slots;

/** Looks at posts as they would go out now. Each account is asked once, whatever number of posts wait for it. */
public final class Preflight {
    private final Accounts accounts;
    private final Pictures pictures;
    private final Slots slots;
    private final Map<ChannelId, Account> asked = new HashMap<>();

    public Preflight(Accounts accounts, Pictures pictures, Slots slots) {
        this.accounts = accounts;
        this.pictures = pictures;
        this.slots = slots;
    }

    /** What stands in the way of the targets that have still to go out; empty when all is well. */
    public List<Finding> of(PostWithTargets whole) {
        var findings = new ArrayList<Finding>();
        for (var target : whole.targets()) {
            if (isToCome(target)) {
                findings.addAll(of(target, whole.post().content().on(target.network())));
            }
        }
        return findings;
    }

    static boolean isToCome(Target target) {
        return switch (target.state()) {
            case APPROVAL, SCHEDULED, PREPARED, RETRY_AT, HELD -> true;
            case DRAFT, SENDING, PUBLISHED, FAILED, UNCERTAIN, MISSED, CANCELLED -> false;
        };
    }

    private List<Finding> of(Target target, Content content) {
        var account = asked.computeIfAbsent(
                target.channel(), channel -> accounts.ask(target.workspace(), target.network(), channel));
        return switch (account) {
            case Account.Unusable(var code, var reason) -> List.of(Finding.stops(target.channel(), code, reason));
            case Account.Usable usable -> of(target, content, usable);
        };
    }

    private List<Finding> of(Target target, Content content, Account.Usable account) {
        var channel = target.channel();
        var findings = new ArrayList<Finding>();
        account.doubt().ifPresent(why -> findings.add(Finding.unasked(channel, Finding.CREDENTIAL_UNASKED, why)));
        if (!account.lasts(target.dueAt())) {
            findings.add(Finding.stops(
                    channel,
                    Finding.CREDENTIAL_EXPIRES,
                    "the credential dies at " + account.expiresAt() + " and cannot be renewed without a person"));
        }
        for (var violation : dev.parvis.domain.networks.Checks.of(account.accepts(), content, account.limits())) {
            findings.add(Finding.stops(channel, violation.code(), violation.detail()));
        }
        quota(target, account).ifPresent(findings::add);
        findings.addAll(pictures.of(target, content, account));
        account.limits()
                .terms()
                .cost(content)
                .ifPresent(cost -> findings.add(Finding.tells(channel, Finding.COST, said(cost))));
        return findings;
    }

    private static String said(Terms.Cost cost) {
        return "The network charges " + cost.currency() + " " + cost.amount().toPlainString() + " for this post, as "
                + cost.source() + " says.";
    }

    /** Posts that stand at their time on the channel count, whatever became of them: the network may have counted too. */
    private Optional<Finding> quota(Target target, Account.Usable account) {
        return account.limits().terms().quota().flatMap(quota -> {
            var until = target.dueAt().plusMillis(1);
            var posts = slots.taken(target.workspace(), target.channel(), until.minus(quota.within()), until).stream()
                    .mapToInt(taken -> taken.posts().size())
                    .sum();
            return posts > quota.posts()
                    ? Optional.of(Finding.stops(
                            target.channel(),
                            Finding.QUOTA_EXCEEDED,
                            "it is number " + posts + " of " + quota.posts() + " posts that the network takes within "
                                    + quota.within().toHours() + " hours"))
                    : Optional.empty();
        });
    }

    /** How an account stands. */
    sealed interface Account {
        /**
         * @param size what images are made to; empty where a person posts by hand
         * @param expiresAt when the credential dies, whoever renews it
         * @param doubt why the network could not be asked
         */
        record Usable(
                Accepts accepts,
                dev.parvis.domain.networks.Limits limits,
                Optional<ImageSize> size,
                Instant expiresAt,
                boolean renews,
                Optional<String> doubt)
                implements Account {
            boolean lasts(Instant until) {
                return renews || expiresAt.isAfter(until);
            }
        }

        record Unusable(String code, String reason) implements Account {}
    }
}
