package dev.parvis.checks.killed;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import dev.parvis.domain.posts.PostId;

/**
 * Processes killed (SIGKILL) at moments that nobody has chosen: while they start, claim, prepare, send or write. {@code
 * -Dparvis.killed.seed=…} draws other moments, which are as exact as the machine's own timing.
 */
final class RandomKills {
    private static final long SEED = Long.getLong("parvis.killed.seed", 1);

    private final Stage stage;
    private final Map<String, PostId> all;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** @param all every post that is made for it is added here, by its text */
    RandomKills(Stage stage, Map<String, PostId> all) {
        this.stage = stage;
        this.all = all;
    }

    /** @param round after so many it waits until all is settled: what five claims could not finish is set aside */
    void kill(int trials, int round) throws InterruptedException {
        var life = life();
        for (var trial = 1; trial <= trials; trial++) {
            var there = stage.cases().get(random.nextInt(stage.cases().size()));
            var text = "%s, seed %d, trial %d".formatted(there.name(), SEED, trial);
            all.put(text, stage.post(there, text));
            stage.kill(Duration.ofNanos(random.nextLong(life.toNanos())));
            if (trial % round == 0 && trial < trials) {
                stage.settle(all);
            }
        }
    }

    /** How long a process takes from its start to the end of a tick that publishes. */
    private Duration life() {
        var text = "measured";
        all.put(text, stage.post(stage.cases().getFirst(), text));
        var start = System.nanoTime();
        try (var host = stage.host("measured-" + UUID.randomUUID())) {
            host.invoke(Stage.TICK);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
