package dev.parvis.functions.publish;

import java.time.Duration;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.posts.Target;
import dev.parvis.kernel.time.Deadline;

/**
 * A target that is ours, until a deadline on the monotonic clock: a step of the wall clock cannot make a lease longer.
 *
 * @param patience what is left of the lease, or of the function's own time if that is less
 */
record Held(Claim<Target> claim, Deadline patience) {
    /** No call starts unless it would be over this long before the lease is. */
    static final Duration MARGIN = Duration.ofSeconds(5);

    Target target() {
        return claim.work();
    }

    /** Whether a call that takes at most this long would surely be over in time. */
    boolean allows(Duration call) {
        return patience.allows(call.plus(MARGIN));
    }

    Held now(Target target) {
        return new Held(new Claim<>(claim.kind(), target, claim.due(), claim.lease()), patience);
    }
}
