package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Optional;

/** Where a target stands. */
public enum TargetState {
    DRAFT,
    /** Somebody must agree first; at its time it is missed. */
    APPROVAL,
    SCHEDULED,
    /** Preparing left something on the network. */
    PREPARED,
    /** The irreversible call is about to be made, or was: nobody edits it any more. */
    SENDING,
    PUBLISHED,
    /** The network refused; the reason tells a person why. */
    FAILED,
    /** The network surely did not take it: it will be tried again. */
    RETRY_AT,
    /** It may have gone out: it is looked for before anything else. */
    UNCERTAIN,
    /** Too late to be wanted: a person is asked. */
    MISSED,
    /** A crisis stop holds it. */
    HELD,
    CANCELLED;

    /** Whether an edit, a cancellation or a stop can still win. */
    public boolean editable() {
        return switch (this) {
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, RETRY_AT, MISSED, HELD, FAILED, CANCELLED -> true;
            case SENDING, PUBLISHED, UNCERTAIN -> false;
        };
    }

    /** Whether it may stand on its network without our knowing. */
    public boolean doubtful() {
        return switch (this) {
            case SENDING, UNCERTAIN -> true;
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, RETRY_AT, PUBLISHED, FAILED, MISSED, HELD, CANCELLED -> false;
        };
    }

    /** When a target that is due then is looked at; see {@link Target#lookedAt}. */
    Optional<Instant> lookedAt(Instant due) {
        return switch (this) {
            case SCHEDULED, PREPARED, RETRY_AT, SENDING, UNCERTAIN -> Optional.of(due);
            case APPROVAL -> Optional.of(due.plus(Target.EXPIRES_AFTER));
            case DRAFT, PUBLISHED, FAILED, MISSED, HELD, CANCELLED -> Optional.empty();
        };
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return switch (this) {
            case PUBLISHED, FAILED, MISSED, CANCELLED -> true;
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, SENDING, RETRY_AT, UNCERTAIN, HELD -> false;
        };
    }
}
