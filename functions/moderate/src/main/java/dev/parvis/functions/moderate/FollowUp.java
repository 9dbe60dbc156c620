package dev.parvis.functions.moderate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.replies.Fates;
import dev.parvis.domain.replies.Withdrawals;

/**
 * Looks what became of answers until it is known: an interaction whose answers surely did not go out is in the queue
 * again, and a reply that a decision since has made pointless is cancelled. Each wait is as long as all before it together.
 */
final class FollowUp {
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    /** What a stop still holds by then is asked about elsewhere. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final Items items;
    private final Posts posts;
    private final Withdrawals withdrawals;
    private final Outcomes outcomes;
    private final InstantSource clock;

    FollowUp(Items items, Posts posts, Outcomes outcomes, InstantSource clock) {
        this.items = items;
        this.posts = posts;
        this.withdrawals = new Withdrawals(posts);
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Whether a run that died has made its reply: it is not decided on again. */
    boolean isAnswered(Interaction interaction) {
        return interaction.answers().stream()
                .anyMatch(answer -> posts.find(interaction.workspace(), new PostId(answer.post()))
                        .isPresent());
    }

    void look(Claim<Interaction> claim) {
        var now = clock.instant();
        var before = claim.work();
        withdraw(before);
        var seen = before.handling() == Handling.NEW ? before.handled(Handling.ANSWERED, "a rule replied") : before;
        var known = Fates.known(seen, posts, now);
        if (before.handling() == Handling.ANSWERED && known.handling() == Handling.QUEUED) {
            outcomes.unanswered(claim, known);
            return;
        }
        outcomes.followed(claim, known, next(known, now));
    }

    /** Somebody decided while the reply was made: they found none to cancel. */
    void overtaken(Interaction replied) {
        items.interaction(replied.workspace(), replied.id()).ifPresent(this::withdraw);
    }

    private void withdraw(Interaction decided) {
        withdrawals.leftOver(decided).ifPresent(withdrawn -> outcomes.withdrawn(decided, withdrawn));
    }

    private static Next next(Interaction known, Instant now) {
        return known.answers().stream()
                .filter(Answer::isUnderWay)
                .map(answer -> Duration.between(answer.begunAt(), now))
                .filter(waited -> waited.compareTo(PATIENCE) < 0)
                .min(Duration::compareTo)
                .map(waited -> Next.at(now.plus(within(waited))))
                .orElseGet(Next::never);
    }

    private static Duration within(Duration waited) {
        if (waited.compareTo(Interaction.LOOKED_AFTER) < 0) {
            return Interaction.LOOKED_AFTER;
        }
        return waited.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : waited;
    }
}
