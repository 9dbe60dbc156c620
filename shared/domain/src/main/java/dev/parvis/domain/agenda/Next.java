package dev.parvis.domain.agenda;

import java.time.Instant;

/** When a finished row is due again. */
public sealed interface Next {
    /** It leaves the agenda. */
    record Never() implements Next {}

    /** It comes back. */
    record At(Instant due) implements Next {}

    static Next never() {
        return new Never();
    }

    static Next at(Instant due) {
        return new At(due);
    }
}
