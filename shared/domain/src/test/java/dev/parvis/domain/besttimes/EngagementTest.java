package dev.parvis.domain.besttimes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** Which posts count, and for what. */
class EngagementTest {
    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();

    private Engagement.Measured measured() {
        return new Engagement(stores.posts(), stores.snapshots(), clock).of(Fixtures.brand(workspace, brand), channel);
    }

    private Instant post(Duration ago, Duration read, Map<Metric, Reading> readings) {
        var at = NOON.minus(ago);
        var post = Fixtures.post(workspace, brand, at);
        stores.posts().create(post, List.of(Fixtures.target(post, channel)));
        stores.snapshots()
                .put(new Snapshot(
                        workspace,
                        brand,
                        channel,
                        Fixtures.SANDBOX,
                        new Subject.Published(post.id(), "n-" + post.id()),
                        LocalDate.ofInstant(at.plus(read), Fixtures.PARIS),
                        readings));
        return at;
    }

    private static Reading was(long value) {
        return new Reading.Measured(value, "/posts", "likes", NOON);
    }

    private static final Reading NOT_TOLD = new Reading.NotProvided("the network does not count it");

    @Test
    void reactions_are_summed_and_what_the_network_does_not_count_is_left_out_of_the_sum() {
        var at = post(
                Duration.ofDays(10),
                Duration.ofDays(5),
                Map.of(
                        Metric.LIKES, was(3),
                        Metric.REPLIES, was(2),
                        Metric.QUOTES, NOT_TOLD,
                        Metric.IMPRESSIONS, was(900)));

        assertThat(measured().posts()).containsExactly(new Answered(at, 5));
        assertThat(measured().of()).containsExactly(Metric.LIKES, Metric.REPLIES);
    }

    @Test
    void what_is_young_old_or_lacks_a_figure_does_not_count() {
        var whole = Map.of(Metric.LIKES, was(1), Metric.REPLIES, was(0));
        var one = post(Duration.ofDays(20), Duration.ofDays(3), whole);
        var other = post(Duration.ofDays(40), Duration.ofDays(30), whole);
        post(Duration.ofDays(2), Duration.ofDays(1), whole);
        post(Duration.ofDays(100), Duration.ofDays(30), whole);
        post(
                Duration.ofDays(30),
                Duration.ofDays(5),
                Map.of(Metric.LIKES, was(50), Metric.REPLIES, new Reading.Failed("429", NOON)));

        assertThat(measured().posts()).containsExactlyInAnyOrder(new Answered(one, 1), new Answered(other, 1));
    }

    @Test
    void what_went_out_at_another_hour_was_answered_at_that() {
        var promised = post(Duration.ofDays(10), Duration.ofDays(5), Map.of(Metric.LIKES, was(3)));
        var post = stores.posts()
                .calendar(
                        workspace,
                        brand,
                        java.time.YearMonth.from(promised.atOffset(java.time.ZoneOffset.UTC)),
                        dev.parvis.domain.stored.PageRequest.first(1))
                .items()
                .getFirst();
        var real = promised.plus(Duration.ofHours(3));
        var claim = stores.agenda()
                .claimOne(Kind.TARGET, workspace, Fixtures.target(post, channel).id())
                .orElseThrow();
        stores.agenda()
                .finish(claim, claim.work().published(new Publication("n", "https://n", real, false)), Next.never());

        assertThat(measured().posts()).containsExactly(new Answered(real, 3));
    }

    @Test
    void a_channel_that_nobody_measured_has_nothing() {
        assertThat(measured().posts()).isEmpty();
        assertThat(measured().of()).isEmpty();
    }
}
