package dev.parvis.functions.measure;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.evergreen.EvergreenPosts;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.recurrence.LibRecurRules;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        return entry(Config.fromEnv(Environment.variables()), clock, log);
    }

    static LambdaEntry entry(Config config, InstantSource clock, Log log) {
        var aws = AwsEnvironment.from(config);
        var table = ParvisTable.from(aws, config, clock);
        var measurer = new Once<>(() -> measurer(aws, table, config, clock, log));
        var due = new MeasureDue(table.agenda(), measurer, clock, log);
        var agenda = table.agenda();
        var series = new AheadDue<>(agenda, Kind.SERIES, new Once<>(() -> series(table, clock)::settle), clock, log);
        var queues = new AheadDue<>(agenda, Kind.QUEUE, new Once<>(() -> queues(table, clock)::fill), clock, log);
        return LambdaEntry.of("measure", log, (_, invocation) -> answer(series, queues, due, invocation.deadline()));
    }

    private static EvergreenPosts queues(ParvisTable table, InstantSource clock) {
        return new EvergreenPosts(
                new EvergreenPosts.Stores(
                        table.agenda(),
                        table.queues(),
                        table.posts(),
                        table.brands(),
                        table.channels(),
                        table.slots(),
                        table.media(),
                        table.sheets()),
                clock);
    }

    private static SeriesPosts series(ParvisTable table, InstantSource clock) {
        var stores = new SeriesPosts.Stores(
                table.agenda(), table.series(), table.posts(), table.brands(), table.channels(), table.sheets());
        return new SeriesPosts(stores, new Occurrences(new LibRecurRules()), clock);
    }

    private static Measurer measurer(
            AwsEnvironment aws, ParvisTable table, Config config, InstantSource clock, Log log) {
        var agenda = table.agenda();
        var channels = table.channels();
        var credentials = new Credentials(table.credentials(), Vault.from(aws, config));
        var notices = new Notices(agenda, table.endpoints(), EventBridgeAnnouncer.from(aws, config, log), clock);
        var networks = KnownNetworks.from(config, new Outbound(clock, config.loopbackAllowed()), clock);
        var renewals = new Renewals(
                new Renewals.Stores(agenda, channels, credentials), networks, notices, clock, new SecureRandom());
        var figures = new ChannelFigures(networks, new Connections(channels, credentials), renewals, clock);
        return new Measurer(
                new Measurer.Stores(agenda, table.brands(), channels),
                new Measurer.Steps(new RecentPosts(table.posts()), figures, new DayRows(table.snapshots())),
                clock,
                log);
    }

    /** Posts first: making them takes the table only, and is never kept waiting by a slow network. */
    private static Json answer(AheadDue<Series> series, AheadDue<Queue> queues, MeasureDue due, Deadline deadline) {
        var settled = series.run(deadline);
        var filled = queues.run(deadline);
        var summary = due.run(deadline);
        return Json.obj(
                "channels",
                summary.channels(),
                "series",
                settled.rows(),
                "queues",
                filled.rows(),
                "faults",
                summary.faults() + settled.faults() + filled.faults(),
                "stuck",
                summary.stuck() + settled.stuck() + filled.stuck());
    }
}
