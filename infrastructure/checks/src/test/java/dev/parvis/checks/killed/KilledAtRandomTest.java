package dev.parvis.checks.killed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.domain.posts.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The real function's own process, killed (SIGKILL) at a moment that nobody has chosen: while it starts, claims, prepares,
 * sends or writes. There are as many posts as there were to be, each once. {@code -Dparvis.killed.trials=200} kills more;
 * {@code -Dparvis.killed.seed=…} draws other moments, which are as exact as the machine's own timing.
 */
class KilledAtRandomTest {
    /** So few that what comes back at its lease's end is not killed again and again until it is set aside. */
    private static final int ROUND = 12;
    /** Where time does not matter: a kill takes a second or two, a lease forty, and five claims set aside. */
    private static final int LONG_ROUND = 50;

    private static final int MANY = 200;

    @TempDir
    private Path folder;

    @Test
    void a_process_killed_at_any_moment_leaves_each_post_once() throws Exception {
        killed(Integer.getInteger("parvis.killed.trials", ROUND), ROUND);
    }

    @Test
    @Tag("bench")
    void two_hundred_processes_killed_at_any_moment_leave_each_post_once() throws Exception {
        assumeThat(System.getProperty("bench.only", "")).matches(parts -> parts.isEmpty() || parts.contains("killed"));
        var trials = Integer.getInteger("parvis.killed.trials", MANY);
        var start = System.nanoTime();

        var posts = killed(trials, LONG_ROUND);

        System.out.printf("%n### Processes of publish killed (SIGKILL) at random moments, on the network's fakes%n%n");
        System.out.println("| processes killed | posts | doubled | lost | seconds |");
        System.out.println("| ---------------- | ----- | ------- | ---- | ------- |");
        System.out.printf(
                "| %d | %d | 0 | 0 | %d |%n",
                trials, posts, Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    /** Kills so many; as many posts as there were to be stand there, each once. How many that are. */
    private int killed(int trials, int round) throws Exception {
        var seed = Long.getLong("parvis.killed.seed", 1);
        var random = new SplittableRandom(seed);
        var stage = new Stage(folder);
        var all = new LinkedHashMap<String, PostId>();
        var life = life(stage, all);
        for (var trial = 0; trial < trials; trial++) {
            var there = stage.cases().get(random.nextInt(stage.cases().size()));
            var text = "%s, seed %d, trial %d".formatted(there.name(), seed, trial);
            all.put(text, stage.post(there, text));
            stage.kill(Duration.ofNanos(random.nextLong(life.toNanos())));
            if ((trial + 1) % round == 0) {
                stage.settle(all);
            }
        }
        stage.settle(all);

        assertThat(stage.texts()).containsExactlyInAnyOrderElementsOf(all.keySet());
        return all.size();
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
}
