package dev.parvis.checks.killed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.parvis.checks.killed.Stage.Case;
import dev.parvis.domain.posts.PostId;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.Hold;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real function from its real zip, on DynamoDB Local and protocol-faithful servers. In mid-call, at each step, its
 * process is killed (SIGKILL) or its connection cut, then some are killed at random; whatever runs next finds out. There is
 * exactly one post each time.
 *
 * <p>Most of its time it waits for leases to end, and other tests of this module are run meanwhile.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledPublishTest {
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(90);

    private static final int AT_RANDOM = 12;

    @TempDir
    private Path folder;

    @Test
    void a_killed_process_and_a_cut_connection_leave_one_post() throws Exception {
        var stage = new Stage(folder);
        var expected = new LinkedHashMap<String, PostId>();
        for (var there : stage.cases()) {
            there.steps().ifPresent(steps -> inPreparing(stage, there, steps, expected));
            for (var step : Fault.Step.values()) {
                var text = there.name() + " killed " + step;
                expected.put(text, stage.post(there, text));
                kill(
                        stage,
                        there,
                        there.faults().get().on("POST", there.route()).hang(step));
            }
        }
        cut(stage, expected);
        new RandomKills(stage, expected).kill(AT_RANDOM, AT_RANDOM);

        stage.settle(expected);

        assertThat(stage.texts()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    /** When its second container is made and nobody knows, and when the one that holds both is. */
    private static void inPreparing(Stage stage, Case there, String steps, Map<String, PostId> expected) {
        for (var container = 2; container <= 3; container++) {
            var text = there.name() + " killed at container " + container;
            expected.put(text, stage.post(there, text));
            var arming = there.faults().get().on("POST", steps).nth(container);
            kill(stage, there, arming.hang(Fault.Step.AFTER_EFFECT));
        }
    }

    /**
     * A process of its own, killed when its call stands there; then the call is let go on, alone. On a busy machine a
     * tick may find that its lease would end before its call: it is woken again, as it would be a minute later.
     */
    private static void kill(Stage stage, Case there, Hold hold) {
        var reached = new AtomicBoolean();
        try (var host = stage.host("killed-" + UUID.randomUUID())) {
            var invoked = Thread.startVirtualThread(() -> {
                do {
                    host.invoke(Stage.TICK);
                } while (!reached.get());
            });
            assertThat(hold.reachedWithin(REACHED_WITHIN))
                    .as("%s: %s", there.name(), stage.said())
                    .isTrue();
            reached.set(true);
            host.kill();
            hold.release();
            invoked.interrupt();
        } finally {
            reached.set(true);
        }
    }

    /** On each network in turn, by one process that lives on. */
    private static void cut(Stage stage, Map<String, PostId> expected) {
        try (var host = stage.host("cut-" + UUID.randomUUID())) {
            for (var there : stage.cases()) {
                for (var cut : List.of("before the send", "after the send", "in the answer")) {
                    var text = there.name() + " cut " + cut;
                    cut(there, cut);
                    expected.put(text, stage.post(there, text));
                    host.invoke(Stage.TICK);
                }
            }
        }
    }

    private static void cut(Case there, String where) {
        var arming = there.faults().get().on("POST", there.route());
        switch (where) {
            case "before the send" -> arming.cutBeforeEffect();
            case "after the send" -> arming.cutAfterEffect();
            default -> arming.cutMidAnswer();
        }
    }
}
