package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Target;

/**
 * When posts of one account begin that are due at the same instant: in the order in which they were created, a moment apart,
 * so that their network meets them in that order and the others' calls come in between. Of those that wait in this process;
 * two processes know nothing of each other's. Thread-safe.
 */
final class Starts {
    static final Duration APART = Duration.ofMillis(10);

    private final Map<Line, TreeSet<String>> lines = new HashMap<>();

    private record Line(ChannelId account, Instant at) {}

    /** Has the target stand in line while it waits and sends. */
    <T> T inLine(Target target, Instant at, Supplier<T> sends) {
        var line = new Line(target.channel(), at);
        synchronized (lines) {
            lines.computeIfAbsent(line, _ -> new TreeSet<>()).add(target.id());
        }
        try {
            return sends.get();
        } finally {
            leave(line, target);
        }
    }

    private void leave(Line line, Target target) {
        synchronized (lines) {
            lines.computeIfPresent(line, (_, there) -> {
                there.remove(target.id());
                return there.isEmpty() ? null : there;
            });
        }
    }

    /** Asked by who stands in line, when all who will are there; ids sort by creation. */
    Instant of(Target target, Instant at) {
        synchronized (lines) {
            var there = lines.get(new Line(target.channel(), at));
            return there == null
                    ? at
                    : at.plus(APART.multipliedBy(there.headSet(target.id()).size()));
        }
    }
}
