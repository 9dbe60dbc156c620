package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.networks.Connects;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureDueTest {
    private static final String TODAY = "2026-11-21";
    private static final Instant NOON = Instant.parse(TODAY + "T12:00:00Z");

    private final Bench bench = new Bench(TODAY + "T12:00:00Z");

    private Map<Metric, Reading> today() {
        return bench.account(TODAY, TODAY).getFirst().readings();
    }

    @Test
    void a_new_channel_is_measured_at_once_and_then_the_next_night() {
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.measured(120));

        assertThat(bench.run()).isEqualTo(new MeasureDue.Summary(1, 0, 0));
        assertThat(bench.run().channels()).isZero();

        assertThat(today()).containsEntry(Metric.FOLLOWERS, new Reading.Measured(120, "GET /figures", "count", NOON));
        bench.clock.set(Instant.parse("2026-11-22T00:59:59Z"));
        assertThat(bench.run().channels()).isZero();
        bench.clock.set(Instant.parse("2026-11-22T04:00:00Z"));
        assertThat(bench.run().channels()).isEqualTo(1);
        assertThat(bench.account("2026-11-22", "2026-11-22")).hasSize(1);
    }

    @Test
    void zero_not_provided_and_failed_are_kept_apart() {
        bench.network.account = () -> ToldNetwork.of(
                Metric.FOLLOWERS, bench.measured(0),
                Metric.REACH, new Reading.NotProvided("not told"),
                Metric.POSTS, bench.failed());

        bench.run();

        assertThat(today())
                .isEqualTo(ToldNetwork.of(
                        Metric.FOLLOWERS, new Reading.Measured(0, "GET /figures", "count", NOON),
                        Metric.REACH, new Reading.NotProvided("not told"),
                        Metric.POSTS, new Reading.Failed("503", NOON)));
    }

    @Test
    void posts_of_the_last_thirty_days_are_measured_and_no_others() {
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.measured(1));
        var first = bench.published(NOON.minus(Duration.ofDays(30)), "n1");
        var last = bench.published(NOON.minus(Duration.ofMinutes(1)), "n2");
        bench.published(NOON.minus(Duration.ofDays(30)).minusSeconds(1), "too-old");
        bench.network.posts.put("n1", ToldNetwork.of(Metric.LIKES, bench.measured(7)));
        bench.network.posts.put("n2", ToldNetwork.of(Metric.LIKES, bench.measured(0)));

        bench.run();

        assertThat(bench.network.askedFor).hasSize(1);
        assertThat(bench.network.askedFor.getFirst()).containsExactlyInAnyOrder("n1", "n2");
        assertThat(bench.posts(TODAY, TODAY))
                .extracting(Snapshot::subject)
                .containsExactlyInAnyOrder(new Subject.Published(first, "n1"), new Subject.Published(last, "n2"));
    }

    @Test
    void a_post_that_the_network_no_longer_has_gets_no_row() {
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.measured(1));
        bench.published(NOON.minus(Duration.ofDays(1)), "deleted");

        bench.run();

        assertThat(bench.network.askedFor).containsExactly(List.of("deleted"));
        assertThat(bench.posts(TODAY, TODAY)).isEmpty();
    }

    @Test
    void a_failure_is_kept_as_one_and_tried_again_the_same_day() {
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.failed());
        bench.run();
        assertThat(today()).containsEntry(Metric.FOLLOWERS, new Reading.Failed("503", NOON));
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.measured(12));

        bench.clock.advance(Duration.ofMinutes(10));
        bench.run();

        assertThat(today().get(Metric.FOLLOWERS))
                .isEqualTo(new Reading.Measured(12, "GET /figures", "count", NOON.plus(Duration.ofMinutes(10))));
        bench.clock.advance(Duration.ofHours(3));
        assertThat(bench.run().channels()).isZero();
    }

    @Test
    void a_failure_does_not_cover_what_was_read_the_same_day() {
        var post = bench.published(NOON.minus(Duration.ofDays(1)), "n1");
        bench.network.posts.put("n1", ToldNetwork.of(Metric.LIKES, bench.measured(3), Metric.REPLIES, bench.failed()));
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.measured(12));
        bench.run();
        bench.network.posts.put("n1", ToldNetwork.of(Metric.LIKES, bench.failed(), Metric.REPLIES, bench.measured(1)));

        bench.clock.advance(Duration.ofMinutes(10));
        bench.run();

        assertThat(bench.posts(TODAY, TODAY)).hasSize(1);
        var row = bench.posts(TODAY, TODAY).getFirst();
        assertThat(row.subject()).isEqualTo(new Subject.Published(post, "n1"));
        assertThat(row.readings().get(Metric.LIKES)).isEqualTo(new Reading.Measured(3, "GET /figures", "count", NOON));
        assertThat(row.readings().get(Metric.REPLIES)).isInstanceOf(Reading.Measured.class);
    }

    @Test
    void a_network_that_fails_all_day_costs_six_looks_and_the_next_night_is_not_lost() {
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.failed());
        bench.clock.set(Instant.parse("2026-11-21T03:00:00Z"));
        bench.stores
                .agenda()
                .hasten(
                        dev.parvis.domain.agenda.Kind.SNAPSHOT,
                        new dev.parvis.domain.metrics.SnapshotOrder(
                                bench.channel.workspace(), bench.channel.id(), bench.channel.brand(), 0),
                        bench.clock.instant());
        var looks = 0;
        for (var tick = 0; tick < 40; tick++) {
            looks += bench.run().channels();
            bench.clock.advance(Duration.ofMinutes(30));
        }

        assertThat(looks).isEqualTo(Daily.MOST_TRIES);
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.measured(5));
        bench.clock.set(Instant.parse("2026-11-22T04:00:00Z"));
        assertThat(bench.run().channels()).isEqualTo(1);
        assertThat(bench.account("2026-11-22", "2026-11-22")
                        .getFirst()
                        .readings()
                        .get(Metric.FOLLOWERS))
                .isInstanceOf(Reading.Measured.class);
    }

    @Test
    void a_credential_that_is_not_accepted_any_more_is_renewed_once() {
        var fresh = new Credential(Map.of("token", "second"));
        bench.network.renewal = () -> new Connects.Renewal.Renewed(fresh, NOON.plus(Duration.ofHours(2)));
        bench.network.account = () -> bench.network.askedWith.getLast().equals(fresh)
                ? ToldNetwork.of(Metric.FOLLOWERS, bench.measured(9))
                : ToldNetwork.of(Metric.FOLLOWERS, bench.failed());

        bench.run();

        assertThat(bench.network.askedWith).hasSize(2);
        assertThat(today().get(Metric.FOLLOWERS)).isInstanceOf(Reading.Measured.class);
    }

    @Test
    void a_revoked_channel_is_disconnected_and_its_figures_failed() {
        bench.network.renewal = () -> new Connects.Renewal.Revoked("the password was changed");
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, bench.failed());

        bench.run();

        var channel = bench.stores
                .channels()
                .find(bench.channel.workspace(), bench.channel.id())
                .orElseThrow();
        assertThat(channel.state()).isEqualTo(ChannelState.DISCONNECTED);
        assertThat(today().get(Metric.FOLLOWERS))
                .isEqualTo(new Reading.Failed("the channel is disconnected: the password was changed", NOON));
    }

    @Test
    void a_removed_channel_is_measured_no_more() {
        bench.stores.channels().delete(bench.channel.workspace(), bench.channel.id(), bench.channel.version());

        bench.clock.advance(Duration.ofDays(2));

        assertThat(bench.run().channels()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_call_breaks_the_same_rows_are_there_in_the_end(boolean afterwards) {
        var calls = 1;
        for (var at = 1; at <= calls; at++) {
            calls = Math.max(calls, sameRowsAlthough(at, afterwards));
        }

        assertThat(calls).isGreaterThan(8);
    }

    private static int sameRowsAlthough(int at, boolean afterwards) {
        var bench = new Bench(TODAY + "T12:00:00Z");
        bench.network.account = () -> ToldNetwork.of(Metric.FOLLOWERS, new Reading.Measured(4, "e", "f", NOON));
        bench.published(NOON.minus(Duration.ofDays(1)), "n1");
        bench.published(NOON.minus(Duration.ofDays(2)), "n2");
        bench.network.posts.put("n1", ToldNetwork.of(Metric.LIKES, new Reading.Measured(1, "e", "f", NOON)));
        bench.network.posts.put("n2", ToldNetwork.of(Metric.LIKES, new Reading.Measured(2, "e", "f", NOON)));
        var breaking = new Breaking(at, afterwards);
        runBroken(bench, breaking);

        bench.clock.advance(Bench.LEASE.plusSeconds(1));
        bench.run();

        var why = "call " + at + (afterwards ? " answered to nobody" : " not made");
        assertThat(bench.account(TODAY, TODAY)).as(why).hasSize(1);
        assertThat(bench.posts(TODAY, TODAY)).as(why).hasSize(2);
        bench.clock.advance(Duration.ofHours(1));
        assertThat(bench.run().channels()).as(why).isZero();
        return breaking.calls() >= at ? breaking.calls() + 1 : breaking.calls();
    }

    private static void runBroken(Bench bench, Breaking breaking) {
        try {
            bench.run(breaking);
        } catch (Breaking.Broken outsideAnyChannel) {
            assertThat(outsideAnyChannel).hasMessageStartingWith("Agenda.claim");
        }
    }
}
