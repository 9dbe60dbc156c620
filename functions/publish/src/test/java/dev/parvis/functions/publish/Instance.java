package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;

/** One process of the function: it has a clock of its own, stands still as a whole, and dies as a whole. */
final class Instance implements Timeline.Owner {
    private Duration skew;
    private Instant frozenUntil = Instant.MIN;
    private boolean dead;

    /** @param skew by how much its wall clock is ahead */
    Instance(Duration skew) {
        this.skew = skew;
    }

    Duration skew() {
        return skew;
    }

    /** Its wall clock is set: ahead, or back. */
    void set(Duration by) {
        skew = skew.plus(by);
    }

    boolean isDead() {
        return dead;
    }

    /** To be thrown by whose step it is; its other tasks end when it is their turn. */
    ScriptedNetwork.Died die() {
        dead = true;
        return new ScriptedNetwork.Died();
    }

    void freeze(Instant until) {
        frozenUntil = until;
    }

    @Override
    public Instant mayGoOn(Instant now) {
        if (dead) {
            throw new ScriptedNetwork.Died();
        }
        return frozenUntil.isAfter(now) ? frozenUntil : now;
    }
}
