package dev.parvis.domain.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.domain.events.Event;

/** An event that was sent to an endpoint, and what was answered at each try: the last {@value #MOST_TRIES}, latest last. */
public record Sent(Event event, EndpointId endpoint, List<Try> tries, int count, Outcome outcome) {
    public static final int MOST_TRIES = 20;

    /** @param answer a status or why there was none; never a body */
    public record Try(Instant at, String answer) {}

    public enum Outcome {
        /** It is tried again. */
        UNDER_WAY,
        ARRIVED,
        /** It is tried no more, unless somebody replays it. */
        FAILED
    }

    public Sent {
        tries = List.copyOf(tries);
    }

    /** Before its first try. */
    public static Sent first(Event event, EndpointId endpoint) {
        return new Sent(event, endpoint, List.of(), 0, Outcome.UNDER_WAY);
    }

    /** One try later. */
    public Sent tried(Try again, Outcome now) {
        var all = new ArrayList<>(tries);
        all.add(again);
        var last = all.subList(Math.max(0, all.size() - MOST_TRIES), all.size());
        return new Sent(event, endpoint, last, count + 1, now);
    }

    /** What it is called at its endpoint: its instant and the event. */
    public String id() {
        return id(event);
    }

    static String id(Event event) {
        return event.at().toEpochMilli() + "." + event.id();
    }

    /**
     * The same event on its way to the same endpoint once more, under the same {@code webhook-id}. Asked for twice before it
     * was tried, it is one delivery.
     */
    public Delivery replay() {
        return Delivery.replay(event, endpoint, count);
    }
}
