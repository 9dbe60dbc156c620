package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is made on a network in two phases before a post can be: children, and what holds them. It remembers for which post of
 * which revision each was made, and why more of them were made than are needed.
 */
final class SimulatedContainers {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Timeline timeline;
    private final Map<String, Container> made = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();
    private final Map<String, Integer> excuses = new HashMap<>();

    /** @param madeFor the key of a part of a revision of a target */
    private record Container(String madeFor, boolean child, Instant at, Instant readyAt, boolean fails) {}

    enum State {
        UNKNOWN,
        IN_PROGRESS,
        READY,
        DEAD
    }

    SimulatedContainers(Timeline timeline) {
        this.timeline = timeline;
    }

    String child(String key) {
        return make(new Container(key, true, timeline.now(), timeline.now(), false));
    }

    String parent(String key, Duration busy, boolean fails) {
        return make(new Container(key, false, timeline.now(), timeline.now().plus(busy), fails));
    }

    private String make(Container container) {
        count.merge(container.madeFor(), 1, Integer::sum);
        var id = Integer.toString(made.size() + 1);
        made.put(id, container);
        return id;
    }

    /** How many steps of preparing left something there. */
    int made() {
        return made.size();
    }

    State state(String id) {
        var container = made.get(id);
        if (container == null || container.child()) {
            return State.UNKNOWN;
        }
        if (timeline.now().isBefore(container.readyAt())) {
            return State.IN_PROGRESS;
        }
        return container.fails() || timeline.now().isAfter(container.at().plus(LIFE)) ? State.DEAD : State.READY;
    }

    boolean wasMadeFor(String id, String key) {
        var container = made.get(id);
        return container != null && container.madeFor().equals(key);
    }

    /** So many may have been made of a post without anybody's learning it. */
    void excuse(String key, int more) {
        excuses.merge(key, more, Integer::sum);
    }

    /** Posts of which more was made than was needed, what went wrong considered. */
    List<String> tooMany(int needed, int faults) {
        var complaints = new ArrayList<String>();
        count.forEach((key, there) -> {
            if (there > needed + faults + excuses.getOrDefault(key, 0)) {
                complaints.add("made " + there + " containers where " + needed + " are needed: " + key);
            }
        });
        return complaints;
    }
}
