package dev.parvis.functions.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Stops.Say;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;

/**
 * The last look before a call, of a post or of any part of it: one strongly consistent read of the workspace's stops,
 * shared by those that go out at once. What
 * says exactly what was approved for every stop that covers it passes, and the trail says so before it does.
 */
final class LastLook {
    private final SharedLooks looks;
    private final Posts posts;
    private final Outcomes outcomes;

    LastLook(SharedLooks looks, Posts posts, Outcomes outcomes) {
        this.looks = looks;
        this.posts = posts;
        this.outcomes = outcomes;
    }

    /** Why the target must wait, by a look that began at {@code since} or just now; empty when it may go. */
    Optional<Say.Wait> at(Held held, Instant since) {
        var target = held.target();
        return switch (looks.of(target.workspace(), since).on(target, () -> seal(target))) {
            case Say.Pass() -> Optional.empty();
            case Say.Exempt exempt -> {
                passed(held, exempt);
                yield Optional.empty();
            }
            case Say.Wait wait -> Optional.of(wait);
        };
    }

    /** Holds what is too late to go out while a stop stands, or was due under one; false when no stop has to do with it. */
    boolean holdsBack(Held held) {
        var target = held.target();
        if (looks.now(target.workspace()).on(target, Optional::empty) instanceof Say.Wait wait) {
            stopped(held, wait);
            return true;
        }
        return false;
    }

    /** A revision never changes: this is what the send was prepared from. */
    private Optional<String> seal(Target target) {
        return posts.content(target.workspace(), target.post(), target.revision())
                .map(content -> Seal.of(content, target));
    }

    /**
     * Who approved a statement for these stops stands in the trail under the same seal; who typed an answer that passes is
     * told here.
     */
    private void passed(Held held, Say.Exempt exempt) {
        if (!exempt.listing().isEmpty()) {
            outcomes.noted(held, "statement", "", facts(held, exempt.listing(), exempt.seal()));
            outcomes.log(held).info("post.statement");
        }
        if (!exempt.passed().isEmpty()) {
            var facts = facts(held, exempt.passed(), exempt.seal());
            facts.put("by", held.target().passes().by());
            outcomes.noted(held, "answered_during_stop", "", facts);
            outcomes.log(held).info("post.answered_during_stop");
        }
    }

    private static Map<String, String> facts(Held held, List<Hold> stops, String seal) {
        var facts = Telling.facts(held.target());
        facts.put("hold", stops.stream().map(Hold::name).collect(Collectors.joining(" ")));
        facts.put("seal", seal);
        return facts;
    }

    /** It waits for a person, however soon the stop is lifted. What may have gone out earlier stays in doubt. */
    void stopped(Held unsent, Say.Wait stop) {
        var target = unsent.target();
        if (target.state().doubtful()) {
            outcomes.undecided(unsent, stop.reason());
            return;
        }
        outcomes.noted(unsent, "held", stop.scope().name(), Telling.facts(target));
        outcomes.finish(unsent, target.without(TargetState.HELD, stop.reason()), Next.never());
        outcomes.log(unsent).info("post.held", "scope", stop.scope());
    }
}
