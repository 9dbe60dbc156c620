package dev.parvis.functions.publish;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The engine itself on a virtual clock, against simulated networks and a table that shakes. A story that fails is told with
 * its seed; {@code -Dparvis.chaos.seed=…} tells it again, the same to the millisecond. {@code -Dparvis.chaos.trials=…} makes
 * the long campaign longer.
 */
class ChaosTest {
    private static final long SHORT = 2_000;
    private static final long LONG = 12_000;
    private static final long CAUGHT_WITHIN = 6_000;

    @Test
    void whatever_goes_wrong_no_post_is_doubled_none_is_lost_and_somebody_is_told() {
        var campaign = new Campaign(Mutant.NONE).run(SHORT);

        assertThat(campaign.failures()).isEmpty();
        if (Long.getLong(Campaign.SEED) == null) {
            assertThat(campaign.tally().edits()).isPositive();
            assertThat(campaign.tally().refusals()).isPositive();
            assertThat(campaign.tally().byHand(TargetState.PUBLISHED)).isPositive();
            assertThat(campaign.tally().byHand(TargetState.MISSED)).isPositive();
            assertThat(campaign.tally().passed()).isPositive();
            assertThat(campaign.tally().answers()).isPositive();
            assertThat(campaign.tally().steps()).isPositive();
        }
    }

    @Test
    @Tag("bench")
    void a_long_campaign() {
        assumeThat(System.getProperty("bench.only", "")).matches(parts -> parts.isEmpty() || parts.contains("chaos"));

        var campaign = new Campaign(Mutant.NONE).run(Long.getLong("parvis.chaos.trials", LONG));

        System.out.println(campaign.tally());
        assertThat(campaign.failures()).isEmpty();
        assertThat(Safety.values()).allSatisfy(safety -> assertThat(Fault.values())
                .allSatisfy(fault -> assertThat(campaign.tally().of(safety, fault))
                        .as("%s, %s", safety, fault)
                        .isPositive()));
    }

    @Test
    void where_nothing_goes_wrong_every_post_is_out_at_its_second() {
        for (var seed = 0L; seed < 200; seed++) {
            var ways = Safety.values();
            var trial = new Trial(
                    seed,
                    ways[(int) (seed % ways.length)],
                    new Mischief.Plan.Calm(),
                    Mutant.NONE,
                    OutputStream.nullOutputStream());

            var verdict = trial.run();

            assertThat(verdict.wrong()).as("seed %d", seed).isEmpty();
            assertThat(verdict.targets()).as("seed %d", seed).allSatisfy(target -> {
                if (target.state() == TargetState.PUBLISHED) {
                    assertThat(target.publication().map(Publication::firstByteAt))
                            .contains(begins(target, verdict.targets()));
                } else {
                    assertThat(target.state()).isEqualTo(TargetState.FAILED);
                    assertThat(trial.safety).as("refuses a second one").isEqualTo(Safety.REFUSAL_NAMES_TWIN);
                }
            });
        }
    }

    /** Posts of one account that are due at the same second begin in the order of their creation. */
    private static Instant begins(Target target, List<Target> all) {
        var before = all.stream()
                .filter(other -> other.channel().equals(target.channel()))
                .filter(other -> other.dueAt().equals(target.dueAt()))
                .filter(other -> other.id().compareTo(target.id()) < 0)
                .count();
        return target.dueAt().plus(Starts.APART.multipliedBy(before));
    }

    @Test
    void a_seed_tells_the_same_story_every_time() {
        for (var seed = 4L; seed < 24; seed++) {
            var campaign = new Campaign(Mutant.NONE);

            assertThat(campaign.story(seed)).isEqualTo(campaign.story(seed)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_engine_that_was_broken_on_purpose_is_caught(Mutant mutant) {
        var campaign = new Campaign(mutant).untilCaught(CAUGHT_WITHIN);

        assertThat(campaign.failures()).as("%s", mutant).isNotEmpty();
    }
}
