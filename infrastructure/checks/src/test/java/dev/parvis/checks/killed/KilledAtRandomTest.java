package dev.parvis.checks.killed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.domain.posts.PostId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real function's own process, killed (SIGKILL) at a moment that nobody has chosen: while it starts, claims, prepares,
 * sends or writes. There are as many posts as there were to be, each once. {@code -Dparvis.killed.trials=200} kills more;
 * {@code -Dparvis.killed.seed=…} draws other moments, which are as exact as the machine's own timing.
 */
class KilledAtRandomTest {
    /** So few that what comes back at its lease's end is not killed again and again until it is set aside. */
    private static final int ROUND = 12;

    @TempDir
    private Path folder;

    @Test
    void a_process_killed_at_any_moment_leaves_each_post_once() throws Exception {
        var trials = Integer.getInteger("parvis.killed.trials", ROUND);
        var seed = Long.getLong("parvis.killed.seed", 1);
        var random = new SplittableRandom(seed);
        var stage = new Stage(folder);
        var all = new LinkedHashMap<String, PostId>();
        var life = life(stage, all);

        for (var trial = 0; trial < trials; trial++) {
            var there = stage.cases().get(random.nextInt(stage.cases().size()));
            var text = "%s, seed %d, trial %d".formatted(there.name(), seed, trial);
            all.put(text, stage.post(there, text));
            kill(stage, Duration.ofNanos(random.nextLong(life.toNanos())));
            if ((trial + 1) % ROUND == 0) {
                stage.settle(all);
            }
        }
        stage.settle(all);

        assertThat(stage.texts()).containsExactlyInAnyOrderElementsOf(all.keySet());
    }

    /** How long a process takes from its start to the end of a tick that publishes. */
    private static Duration life(Stage stage, LinkedHashMap<String, PostId> all) {
        var text = "measured";
        all.put(text, stage.post(stage.cases().getFirst(), text));
        var start = System.nanoTime();
        try (var host = stage.host("measured-" + UUID.randomUUID())) {
            host.invoke(Stage.TICK);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The clock runs from when there is something to kill. Its host ends under the invocation, which is the point. */
    private static void kill(Stage stage, Duration after) throws InterruptedException {
        try (var host = stage.host("killed-" + UUID.randomUUID())) {
            var invoked = Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, ended) -> {})
                    .start(() -> host.invoke(Stage.TICK));
            while (host.pids().isEmpty() && invoked.isAlive()) {
                Thread.sleep(1);
            }
            Thread.sleep(after); // the moment itself is what is drawn
            host.kill();
            invoked.interrupt();
        }
    }
}
