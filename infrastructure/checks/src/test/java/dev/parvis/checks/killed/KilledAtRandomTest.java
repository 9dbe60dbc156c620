package dev.parvis.checks.killed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.domain.posts.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Two hundred processes of the real function, killed at random: there are as many posts as there were to be, each once.
 * {@code -Dparvis.killed.trials=…} kills fewer or more. A few are killed so in every build, by {@link KilledPublishTest}.
 */
@Tag("bench")
class KilledAtRandomTest {
    private static final int MANY = 200;
    /** A kill takes a second or two, a lease forty, and five claims set aside. */
    private static final int ROUND = 50;

    @TempDir
    private Path folder;

    @Test
    void two_hundred_processes_killed_at_any_moment_leave_each_post_once() throws Exception {
        assumeThat(System.getProperty("bench.only", "")).matches(parts -> parts.isEmpty() || parts.contains("killed"));
        var trials = Integer.getInteger("parvis.killed.trials", MANY);
        var start = System.nanoTime();
        var stage = new Stage(folder);
        var all = new LinkedHashMap<String, PostId>();

        new RandomKills(stage, all).kill(trials, ROUND);
        stage.settle(all);

        assertThat(stage.texts()).containsExactlyInAnyOrderElementsOf(all.keySet());
        System.out.printf("%n### Processes of publish killed (SIGKILL) at random moments, on the network's fakes%n%n");
        System.out.println("| processes killed | posts | doubled | lost | seconds |");
        System.out.println("| ---------------- | ----- | ------- | ---- | ------- |");
        System.out.printf(
                "| %d | %d | 0 | 0 | %d |%n",
                trials, all.size(), Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
