package dev.parvis.emulators;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

public final class Threads {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Threads() {}

    public static Set<Thread> nonDaemon() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }

    /** The non-daemon threads that are not in {@code before} and did not end when they were waited for. */
    public static Set<Thread> left(Set<Thread> before) throws InterruptedException {
        var left = nonDaemon();
        left.removeAll(before);
        for (var thread : left) {
            thread.join(PATIENCE);
        }
        return left.stream().filter(Thread::isAlive).collect(Collectors.toSet());
    }
}
