package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Under which stops an answer may go out: those that stood when somebody who may answer during a stop typed it, and no
 * other. A stop that was lifted and put again is another one. What nobody typed passes none.
 *
 * @param by who typed it; empty when it passes none
 * @param stops since when the stop of each scope stood; a target is covered by one of each at most
 */
public record Passes(String by, Map<Hold.Scope, Instant> stops) {
    public static final Passes NONE = new Passes("", Map.of());

    public Passes {
        stops = Map.copyOf(stops);
    }

    /** Of what {@code by} typed while these stood. */
    public static Passes under(String by, List<Hold> standing) {
        return standing.isEmpty()
                ? NONE
                : new Passes(by, standing.stream().collect(Collectors.toMap(Hold::scope, Hold::since)));
    }

    public boolean isNone() {
        return stops.isEmpty();
    }

    boolean opens(Hold hold) {
        return opens(hold.scope(), hold.since());
    }

    boolean opens(Hold.Scope scope, Instant since) {
        return since.equals(stops.get(scope));
    }
}
