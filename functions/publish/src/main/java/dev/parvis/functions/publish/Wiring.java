package dev.parvis.functions.publish;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.Invocation;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.notices.Notices;
import dev.parvis.files.S3Files;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.log.Metrics;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.networks.images.ImageSizer;
import dev.parvis.networks.originals.Examination;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.SealedTokens;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private static final int PAGE = 50;
    /** The bench sends a thousand at one second within their second. */
    private static final int MOST = 1_500;

    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        var config = Config.fromEnv(Environment.variables());
        var due = publishDue(config, clock, log);
        return LambdaEntry.of("publish", log, (_, invocation) -> answer(due, invocation, config, clock));
    }

    private static PublishDue publishDue(Config config, InstantSource clock, Log log) {
        var aws = AwsEnvironment.from(config);
        var table = ParvisTable.from(aws, config, clock);
        var agenda = table.agenda();
        var vault = Vault.from(aws, config);
        var credentials = new Credentials(table.credentials(), vault);
        var notices = new Notices(agenda, table.endpoints(), EventBridgeAnnouncer.from(aws, config, log), clock);
        var networks = KnownNetworks.from(config, new Outbound(clock, config.loopbackAllowed()), clock);
        var connections = new Connections(table.channels(), credentials);
        var renewals = new Renewals(
                new Renewals.Stores(agenda, table.channels(), credentials),
                networks,
                notices,
                clock,
                new SecureRandom());
        var outcomes = new Outcomes(new Outcomes.Stores(agenda, notices, table.audit()), clock, log);
        var media = new BucketMedia(
                new BucketMedia.Stores(table.media(), new Once<Files>(() -> S3Files.from(aws, config))),
                new BucketMedia.Looks(new Examination(), new ImageSizer()),
                clock);
        var pace = new Sender.Pace(clock, Sleeper.real(clock), Gates.OF_THREADS);
        var sender = new Sender(new Sender.Stores(agenda, table.posts(), table.holds()), media, outcomes, pace);
        var finder = new Finder(new OwnedPosts(table.posts()), outcomes, clock, config.quiet());
        var byPerson = new ByPerson(
                new Sender.Stores(agenda, table.posts(), table.holds()),
                new SealedTokens(vault, clock),
                media,
                outcomes,
                pace);
        var run = new TargetRun(
                agenda,
                new TargetRun.Access(connections, renewals, networks),
                new TargetRun.Steps(sender, finder, byPerson),
                outcomes,
                clock);
        var settings = new PublishDue.Settings(config.horizon(), config.lease(), PAGE, MOST);
        return new PublishDue(agenda, run, settings, new PublishDue.Hands(Threads::new, Gates.OF_THREADS), clock, log);
    }

    private static Json answer(PublishDue due, Invocation invocation, Config config, InstantSource clock) {
        var summary = due.tick(invocation.deadline());
        new Metrics(invocation.log())
                .emf(
                        "Parvis",
                        "OldestDueSeconds",
                        Metrics.Unit.SECONDS,
                        age(summary.oldestDue(), clock.instant()),
                        Map.of("Stack", config.table()));
        return Json.obj("targets", summary.targets(), "faults", summary.faults(), "stuck", summary.stuck());
    }

    private static double age(Optional<Instant> oldest, Instant now) {
        return oldest.map(due -> Math.max(0, Duration.between(due, now).toSeconds()))
                .orElse(0L);
    }
}
