package dev.parvis.functions.publish;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.functions.publish.Mischief.Plan;

/**
 * Many stories, by their seeds. Each way of being safe has its turn; of every two stories one has one fault at one place,
 * so that a few thousand seeds go through every fault at each of the first places where it can come in, and the other
 * has a storm of them.
 */
final class Campaign {
    /** Replays one story: {@code -Dparvis.chaos.seed=…}. */
    static final String SEED = "parvis.chaos.seed";
    /** Other stories: {@code -Dparvis.chaos.first=…} is the seed of the first. */
    private static final String FIRST = "parvis.chaos.first";

    private static final int PLACES = 48;
    private static final int FEW = 5;
    private static final int ENOUGH_FAILURES = 3;

    private final Mutant mutant;
    private final Tally tally = new Tally();
    private final List<Failure> failures = new ArrayList<>();

    /** A story that did not end well. */
    record Failure(long seed, String what, List<String> wrong, String story) {
        @Override
        public String toString() {
            return "replay with -D%s=%d: %s%n  %s%n%s".formatted(SEED, seed, what, String.join("\n  ", wrong), story);
        }
    }

    Campaign(Mutant mutant) {
        this.mutant = mutant;
    }

    /** The stories of so many seeds, or of the one that is to be replayed. */
    Campaign run(long trials) {
        var one = Long.getLong(SEED);
        return one == null ? run(Long.getLong(FIRST, 0), trials) : run(one, 1);
    }

    private Campaign run(long first, long trials) {
        for (var seed = first; seed < first + trials && failures.size() < ENOUGH_FAILURES; seed++) {
            tell(seed);
        }
        return this;
    }

    /** Stops at the first failure. */
    Campaign untilCaught(long trials) {
        for (var seed = 0L; seed < trials && failures.isEmpty(); seed++) {
            tell(seed);
        }
        return this;
    }

    List<Failure> failures() {
        return failures;
    }

    Tally tally() {
        return tally;
    }

    private void tell(long seed) {
        var trial = trial(seed, OutputStream.nullOutputStream());
        var verdict = trial.run();
        tally.add(trial, verdict);
        if (!verdict.wrong().isEmpty()) {
            failures.add(new Failure(seed, trial.toString(), verdict.wrong(), story(seed)));
        }
    }

    /** What the functions' logs say of it: the same at every run. */
    String story(long seed) {
        var story = new ByteArrayOutputStream();
        trial(seed, story).run();
        return story.toString(StandardCharsets.UTF_8);
    }

    private Trial trial(long seed, OutputStream story) {
        var ways = Safety.values();
        return new Trial(seed, ways[(int) (seed % ways.length)], plan(seed, seed / ways.length), mutant, story);
    }

    private Plan plan(long seed, long round) {
        var faults = mutant.exposedTo();
        if (round % 2 != 0) {
            var random = new SplittableRandom(seed);
            return new Plan.Storm(random.nextInt(5, 40), random.nextInt(1, 9), faults);
        }
        var fault = at(faults, round / 2);
        return new Plan.Once(fault, (int) (round / 2 / faults.size() % (fault.canBe(Fault.At.TABLE) ? PLACES : FEW)));
    }

    private static Fault at(Set<Fault> faults, long round) {
        return List.copyOf(faults).get((int) (round % faults.size()));
    }
}
