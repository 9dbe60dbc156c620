package dev.parvis.domain.metrics;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of snapshots holds. */
public abstract class SnapshotsContract extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();
    private final Subject post = new Subject.Published(new PostId(Fixtures.id()), "at://did/post/1");

    private Snapshots snapshots() {
        return stores.snapshots();
    }

    private Snapshot put(Subject subject, LocalDate day, long likes) {
        Map<Metric, Reading> readings = Map.of(
                Metric.LIKES, new Reading.Measured(likes, "GET /posts", "likeCount", NOON),
                Metric.REACH, new Reading.NotProvided("the network does not tell"),
                Metric.CLICKS, new Reading.Failed("503", NOON));
        var snapshot = new Snapshot(workspace, brand, channel, SANDBOX, subject, day, readings);
        snapshots().put(snapshot);
        return snapshot;
    }

    @Test
    void the_accounts_figures_come_by_day_within_both_ends() {
        put(new Subject.Account(), DAY.minusDays(3), 1);
        var second = put(new Subject.Account(), DAY, 3);
        var first = put(new Subject.Account(), DAY.minusDays(2), 0);
        put(new Subject.Account(), DAY.plusDays(1), 4);
        put(post, DAY, 9);

        assertThat(snapshots().account(workspace, channel, DAY.minusDays(2), DAY))
                .containsExactly(first, second);
        assertThat(snapshots().account(Fixtures.workspaceId(), channel, DAY, DAY))
                .isEmpty();
        assertThat(snapshots().account(workspace, Fixtures.channelId(), DAY, DAY))
                .isEmpty();
    }

    @Test
    void a_later_snapshot_of_a_day_replaces_the_earlier() {
        put(new Subject.Account(), DAY, 1);
        var later = put(new Subject.Account(), DAY, 2);

        assertThat(snapshots().account(workspace, channel, DAY, DAY)).containsExactly(later);
    }

    @Test
    void of_each_post_the_latest_within_the_days_is_given() {
        var other = new Subject.Published(new PostId(Fixtures.id()), "at://did/post/2");
        put(post, DAY.minusDays(1), 5);
        var latest = put(post, DAY, 7);
        put(post, DAY.plusDays(1), 8);
        var only = put(other, DAY.minusDays(1), 1);
        put(new Subject.Account(), DAY, 100);

        assertThat(snapshots().latestOfPosts(workspace, channel, DAY.minusDays(1), DAY))
                .containsExactlyInAnyOrder(latest, only);
        assertThat(snapshots().latestOfPosts(workspace, channel, DAY.minusDays(9), DAY.minusDays(2)))
                .isEmpty();
    }
}
