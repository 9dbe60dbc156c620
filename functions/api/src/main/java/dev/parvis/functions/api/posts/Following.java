package dev.parvis.functions.api.posts;

import java.time.InstantSource;

import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.replies.Fates;
import dev.parvis.domain.stored.Change;

/**
 * What a person does to an answer's post, its interaction follows at once: whose answer was cancelled is in the queue again.
 * Moderation would see it later all the same, so that a process that dies before loses nothing.
 */
final class Following {
    private static final int MOST_ROUNDS = 5;

    private final Items items;
    private final Posts posts;
    private final InstantSource clock;

    Following(Items items, Posts posts, InstantSource clock) {
        this.items = items;
        this.posts = posts;
        this.clock = clock;
    }

    /** A post that is no answer is followed by nothing. */
    void follow(Post post) {
        post.content()
                .answers()
                .map(Answered::interaction)
                .flatMap(id -> items.interaction(post.workspace(), id))
                .ifPresent(found -> follow(found, post));
    }

    private void follow(Interaction found, Post post) {
        var interaction = found;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var seen = seen(interaction, post);
            if (seen.equals(interaction)) {
                return;
            }
            if (!(items.decide(wanted(interaction, seen)) instanceof Change.Conflict<Interaction>(var there))) {
                return;
            }
            interaction = there;
        }
    }

    /** One that was deleted is not about to be made. */
    private Interaction seen(Interaction interaction, Post post) {
        var seen = Fates.seen(interaction, posts, clock.instant());
        if (posts.find(post.workspace(), post.id()).isPresent()) {
            return seen;
        }
        return seen.having(seen.answers().stream()
                .map(answer -> answer.post().equals(post.id().value()) ? answer.with(new Answer.Fate.NotOut()) : answer)
                .toList());
    }

    private static Interaction wanted(Interaction before, Interaction seen) {
        if (before.handling() == Handling.ANSWERED && !seen.isAnswered()) {
            return seen.handled(Handling.QUEUED, "the answer did not go out");
        }
        var again = before.handling() == Handling.QUEUED && !before.isAnswered() && seen.isAnswered();
        return again ? seen.handled(Handling.ANSWERED, "") : seen.handled(before.handling(), before.reason());
    }
}
