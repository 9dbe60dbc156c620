package dev.parvis.functions.publish;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Supplier;

import dev.parvis.functions.publish.Gates.Gate;

/**
 * Lets so many do something at once of each key, in the order in which they came; who waits for a key is in nobody else's
 * way. Thread-safe.
 */
final class Turns {
    private final int atOnce;
    private final Gates gates;
    private final Map<String, Line> lines = new HashMap<>();

    private static final class Line {
        private final Queue<Gate> waiting = new ArrayDeque<>();
        private int inside;
    }

    /** @param atOnce how many of one key */
    Turns(int atOnce, Gates gates) {
        this.atOnce = atOnce;
        this.gates = gates;
    }

    <T> T inTurn(String key, Supplier<T> work) {
        enter(key);
        try {
            return work.get();
        } finally {
            leave(key);
        }
    }

    private void enter(String key) {
        var gate = gates.closed();
        synchronized (lines) {
            var line = lines.computeIfAbsent(key, _ -> new Line());
            if (line.inside < atOnce) {
                line.inside++;
                return;
            }
            line.waiting.add(gate);
        }
        try {
            gate.await();
        } catch (Gates.Interrupted broken) {
            stepOut(key, gate);
            throw broken;
        }
    }

    /** Whoever was given a place in the same moment leaves it. */
    private void stepOut(String key, Gate gate) {
        synchronized (lines) {
            var line = lines.get(key);
            if (line == null || !line.waiting.remove(gate)) {
                leave(key);
            }
        }
    }

    /** Hands its place to who waits longest. */
    private void leave(String key) {
        synchronized (lines) {
            var line = Objects.requireNonNull(lines.get(key), "whoever leaves has entered");
            var next = line.waiting.poll();
            if (next != null) {
                next.open();
                return;
            }
            line.inside--;
            if (line.inside == 0) {
                lines.remove(key);
            }
        }
    }
}
