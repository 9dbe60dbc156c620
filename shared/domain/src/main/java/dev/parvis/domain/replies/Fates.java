package dev.parvis.domain.replies;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Answer.Fate;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;

/** What became of the answers to an interaction, as their posts tell. */
public final class Fates {
    private Fates() {}

    /** The interaction, of the same version, with what its answers' posts tell now. */
    public static Interaction seen(Interaction interaction, Posts posts, Instant now) {
        return interaction.having(interaction.answers().stream()
                .map(answer ->
                        answer.with(of(answer, posts.find(interaction.workspace(), new PostId(answer.post())), now)))
                .toList());
    }

    /** The same; back in the queue where it stood as answered and no answer counts any more. */
    public static Interaction known(Interaction interaction, Posts posts, Instant now) {
        return interaction.knowing(seen(interaction, posts, now).answers(), "the answer did not go out");
    }

    /** @param post empty when there is none: it was never made, or is about to be, or was deleted */
    public static Fate of(Answer answer, Optional<PostWithTargets> post, Instant now) {
        if (post.isEmpty()) {
            return answer.begunAt().plus(Interaction.LOOKED_AFTER).isAfter(now) ? answer.fate() : new Fate.NotOut();
        }
        return post.get().targets().stream().findFirst().map(Fates::of).orElseGet(Fate.NotOut::new);
    }

    /** A draft, or one that is missed or refused, waits for nobody but a person. */
    public static Fate of(Target target) {
        return switch (target.state()) {
            case PUBLISHED ->
                target.publication()
                        .<Fate>map(where -> new Fate.Out(where.firstByteAt()))
                        .orElseGet(Fate.UnderWay::new);
            case DRAFT, FAILED, MISSED, CANCELLED -> new Fate.NotOut();
            case APPROVAL, SCHEDULED, PREPARED, SENDING, RETRY_AT, UNCERTAIN, HELD -> new Fate.UnderWay();
        };
    }
}
