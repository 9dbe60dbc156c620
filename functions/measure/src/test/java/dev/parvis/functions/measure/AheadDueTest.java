package dev.parvis.functions.measure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.PlainRules;
import dev.parvis.domain.series.SeriesFixtures;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What a tick does with the series that are due. */
class AheadDueTest {
    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final AtomicInteger built = new AtomicInteger();

    private AheadDue.Summary run(Duration left) {
        var log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        var posts = new SeriesPosts(
                new SeriesPosts.Stores(
                        stores.agenda(),
                        stores.series(),
                        stores.posts(),
                        stores.brands(),
                        stores.channels(),
                        stores.sheets()),
                new Occurrences(new PlainRules()),
                clock);
        var due = new AheadDue<>(
                stores.agenda(),
                Kind.SERIES,
                () -> {
                    built.incrementAndGet();
                    return posts::settle;
                },
                clock,
                log);
        return due.run(Deadline.in(left));
    }

    private void series(String rule) {
        var channel = Fixtures.channelId();
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
        var saying = SeriesFixtures.saying("Un secret bien gardé", channel);
        stores.series().create(SeriesFixtures.series(workspace, brand, rule, "2026-11-22T09:00", saying), saying, NOON);
    }

    @Test
    void a_tick_without_a_series_due_builds_nothing() {
        assertThat(run(Duration.ofMinutes(5))).isEqualTo(new AheadDue.Summary(0, 0, 0));

        assertThat(built).hasValue(0);
    }

    @Test
    void a_fault_in_one_series_leaves_the_others_and_is_logged_without_what_is_said() {
        series("EVERY PT24H TIMES 2");
        series("BROKEN");
        series("EVERY PT24H TIMES 2");

        assertThat(run(Duration.ofMinutes(5))).isEqualTo(new AheadDue.Summary(3, 1, 0));

        assertThat(run(Duration.ofMinutes(5)).rows()).isZero();
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("series.fault", workspace.value())
                .doesNotContain("secret");
    }

    @Test
    void a_series_that_five_claims_could_not_settle_is_set_aside() {
        series("BROKEN");
        for (var claim = 0; claim < 5; claim++) {
            assertThat(run(Duration.ofMinutes(5)).faults()).isEqualTo(1);
            clock.set(clock.instant().plus(StoreContract.LEASE).plusSeconds(1));
        }

        assertThat(run(Duration.ofMinutes(5))).isEqualTo(new AheadDue.Summary(0, 0, 1));
    }

    @Test
    void a_function_about_to_end_takes_no_series() {
        series("EVERY PT24H");

        assertThat(run(Duration.ofSeconds(30)).rows()).isZero();
    }
}
