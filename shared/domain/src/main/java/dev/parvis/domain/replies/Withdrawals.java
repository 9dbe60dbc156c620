package dev.parvis.domain.replies;

import java.util.Optional;
import java.util.function.Predicate;

import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Answer.Fate;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.stored.Change;

/**
 * Takes back what a rule replied, once its interaction was decided on otherwise: a reply under what was hidden answers
 * nobody. It is cancelled as every post is, on the condition that nobody has written it since it was read, so that what is being
 * sent, may be out or is out stays. What a person typed is never taken back by itself.
 */
public final class Withdrawals {
    private static final int MOST_ROUNDS = 5;

    private final Posts posts;

    /** What became of a reply that counted as an answer. */
    public sealed interface Withdrawn {
        Post post();

        record Cancelled(Post post) implements Withdrawn {}

        /** It is being sent, or out, or may be. */
        record TooLate(Post post) implements Withdrawn {}
    }

    public Withdrawals(Posts posts) {
        this.posts = posts;
    }

    /** After a decision just taken: what was known to be cancelled, refused or missed is left alone. */
    public Optional<Withdrawn> decided(Interaction now) {
        return now.answer(Answers.automatic(now).value()).filter(Answer::counts).isPresent()
                ? withdrawn(now, this::isTheRules)
                : Optional.empty();
    }

    /**
     * For whoever comes by later, and cannot tell whether the decision or the reply was last: what a person has changed or put
     * back since is theirs.
     */
    public Optional<Withdrawn> leftOver(Interaction now) {
        return withdrawn(now, post -> post.revision() == 1);
    }

    /** Whether it says what the rule said: another time is none of a person's words. */
    private boolean isTheRules(Post post) {
        return post.revision() == 1
                || posts.content(post.workspace(), post.id(), 1)
                        .filter(post.content()::equals)
                        .isPresent();
    }

    private Optional<Withdrawn> withdrawn(Interaction now, Predicate<Post> wanted) {
        if (!isDecidedOtherwise(now)) {
            return Optional.empty();
        }
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var found = posts.find(now.workspace(), Answers.automatic(now)).filter(whole -> wanted.test(whole.post()));
            var fate = found.map(Withdrawals::fate).orElseGet(Fate.NotOut::new);
            if (!(fate instanceof Fate.UnderWay)) {
                return fate instanceof Fate.Out
                        ? found.map(out -> new Withdrawn.TooLate(out.post()))
                        : Optional.empty();
            }
            var post = found.orElseThrow().post();
            switch (posts.cancel(post.workspace(), post.id(), post.version())) {
                case Change.Done<PostWithTargets>(var done) -> {
                    return Optional.of(new Withdrawn.Cancelled(done.post()));
                }
                case Change.Refused<PostWithTargets> _ -> {
                    return Optional.of(new Withdrawn.TooLate(post));
                }
                case Change.Missing<PostWithTargets> _ -> {
                    return Optional.empty();
                }
                case Change.Conflict<PostWithTargets> _ -> {
                    // Somebody was here since it was read: it is read again.
                }
            }
        }
        throw new IllegalStateException("too many write the reply to interaction " + now.id() + " at once");
    }

    private static Fate fate(PostWithTargets whole) {
        return whole.targets().stream().findFirst().map(Fates::of).orElseGet(Fate.NotOut::new);
    }

    private static boolean isDecidedOtherwise(Interaction now) {
        return switch (now.handling()) {
            case NEW, ANSWERED -> false;
            case QUEUED, ALLOWED, HIDDEN, DELETED, CLOSED -> true;
        };
    }
}
