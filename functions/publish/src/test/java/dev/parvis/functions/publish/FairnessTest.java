package dev.parvis.functions.publish;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** Many targets of one account, slow to prepare, among those of other accounts: the engine on a virtual clock. */
class FairnessTest {
    private static final int MANY = 300;
    private static final int OTHERS = 20;
    private static final Duration WHOLE_TIME_OUT = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void three_hundred_slow_preparations_of_one_account_delay_nobody_else(boolean images) {
        var trial = trial();
        var slow = trial.connect();
        trial.accounts.slow(slow.account(), WHOLE_TIME_OUT);
        for (var i = 0; i < MANY; i++) {
            trial.schedule(slow, content("Lourd " + i, images), Trial.DUE);
        }
        var others = new HashSet<ChannelId>();
        for (var i = 0; i < OTHERS; i++) {
            var other = trial.connect();
            others.add(other.id());
            trial.schedule(other, content("Bonjour", images), Trial.DUE);
        }

        var verdict = trial.played();

        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.targets())
                .filteredOn(target -> others.contains(target.channel()))
                .hasSize(OTHERS)
                .allSatisfy(FairnessTest::isOnTime);
    }

    @Test
    void uploads_of_one_account_go_on_in_the_order_of_their_seconds_and_none_is_forgotten() {
        var trial = trial();
        var slow = trial.connect();
        trial.accounts.slow(slow.account(), Duration.ofSeconds(2));
        for (var i = 0; i < 30; i++) {
            trial.schedule(slow, content("Lourd " + i, true), Trial.DUE.plusSeconds(i));
        }

        var verdict = trial.played();

        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.targets()).allSatisfy(FairnessTest::isOnTime);
    }

    @Test
    void
            five_hundred_of_one_account_at_one_second_delay_nobody_elses_at_that_second_and_begin_in_the_order_of_creation() {
        var trial = trial();
        var busy = trial.connect();
        for (var i = 0; i < 500; i++) {
            trial.schedule(busy, content("Un de plus " + i, false), Trial.DUE);
        }
        var others = others(trial, Trial.DUE);

        var verdict = trial.played();

        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.targets())
                .filteredOn(target -> others.contains(target.channel()))
                .hasSize(OTHERS)
                .allSatisfy(FairnessTest::isOnTime);
        assertThat(verdict.targets())
                .filteredOn(target -> target.channel().equals(busy.id()))
                .hasSize(500)
                .extracting(target -> target.publication().orElseThrow().firstByteAt())
                .isSorted()
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(Trial.DUE);
    }

    /** The engine carries so few that it has its fill of the one workspace. */
    @Test
    void what_an_instance_cannot_carry_the_next_one_does_and_another_workspaces_is_on_time() {
        var trial = trial();
        trial.room(100);
        for (var i = 0; i < 300; i++) {
            trial.schedule(trial.connect(), content("Partout " + i, false), Trial.DUE);
        }
        var another = trial.elsewhere();
        trial.schedule(another, content("Bonjour", false), Trial.DUE);

        var verdict = trial.played();

        assertThat(trial.accounts.complaints()).isEmpty();
        assertThat(verdict.targets()).hasSize(300).allSatisfy(target -> assertThat(late(target))
                .isLessThan(Duration.ofSeconds(3)));
        assertThat(trial.targetsOf(another)).hasSize(1).allSatisfy(FairnessTest::isOnTime);
    }

    private static Duration late(Target target) {
        return Duration.between(
                target.dueAt(), target.publication().orElseThrow().firstByteAt());
    }

    private static HashSet<ChannelId> others(Trial trial, Instant due) {
        var others = new HashSet<ChannelId>();
        for (var i = 0; i < OTHERS; i++) {
            var other = trial.connect();
            others.add(other.id());
            trial.schedule(other, content("Bonjour", false), due);
        }
        return others;
    }

    private static void isOnTime(Target target) {
        assertThat(target.publication().map(Publication::firstByteAt))
                .as("%s %s", target.channel(), target.state())
                .contains(target.dueAt());
    }

    private static Trial trial() {
        return new Trial(7, Safety.CLIENT_KEY, new Mischief.Plan.Calm(), Mutant.NONE, OutputStream.nullOutputStream());
    }

    private static Content content(String text, boolean image) {
        var images = image ? List.of(new Content.Image("media", "")) : List.<Content.Image>of();
        return new Content(text, Optional.empty(), images, "fr");
    }
}
