package dev.parvis.functions.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.PromptPosts;
import dev.parvis.domain.posts.Waking;
import dev.parvis.files.S3Files;
import dev.parvis.functions.api.workspaces.Owner;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.trigger.Trigger;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.networks.cards.PageCards;
import dev.parvis.networks.images.ImageSizer;
import dev.parvis.networks.originals.Examination;
import dev.parvis.recurrence.LibRecurRules;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        var outside = outside(Config.fromEnv(Environment.variables()), clock, log);
        var router = router(outside, clock, log);
        return LambdaEntry.of("api", log, (trigger, _) -> outside.waking().after(() -> answer(router, trigger)));
    }

    /** What it speaks to. */
    record Outside(Config config, AwsEnvironment aws, Announcer announcer, Waking waking) {}

    static Outside outside(Config config, InstantSource clock, Log log) {
        var aws = AwsEnvironment.from(config);
        var announcer = EventBridgeAnnouncer.from(aws, config, log);
        return new Outside(config, aws, announcer, new Waking(announcer, clock));
    }

    static Router router(Outside outside, InstantSource clock, Log log) {
        var settings = new Api.Settings(
                new Owner(outside.config().owner()), outside.config().poll());
        return new Api(rooms(outside, clock), settings, clock, new SecureRandom()).router(log);
    }

    private static Rooms rooms(Outside outside, InstantSource clock) {
        var config = outside.config();
        var aws = outside.aws();
        var outbound = new Outbound(clock, config.loopbackAllowed());
        var table = ParvisTable.from(aws, config, clock);
        return new Rooms(
                stores(table, new PromptPosts(table.posts(), outside.waking(), config.horizon(), clock)),
                new Once<Files>(() -> S3Files.from(aws, config)),
                new Examination(),
                new ImageSizer(),
                Vault.from(aws, config),
                outside.announcer(),
                KnownNetworks.from(config, outbound, clock),
                new PageCards(outbound),
                new LibRecurRules(),
                outbound);
    }

    static Rooms.Stores stores(ParvisTable table, Posts posts) {
        return new Rooms.Stores(
                table.workspaces(),
                table.brands(),
                table.channels(),
                table.credentials(),
                posts,
                table.comments(),
                table.sheets(),
                table.slots(),
                table.checks(),
                table.series(),
                table.calendarLinks(),
                table.imports(),
                table.queues(),
                table.snapshots(),
                table.holds(),
                table.stopLinks(),
                table.media(),
                table.sources(),
                table.items(),
                table.mentions(),
                table.rules(),
                table.reports(),
                table.endpoints(),
                table.sent(),
                table.audit(),
                table.seals(),
                table.agenda(),
                table.idempotency());
    }

    private static Json answer(Router router, Trigger trigger) {
        if (trigger instanceof Trigger.HttpCall(var request)) {
            return router.handle(request).toEvent();
        }
        throw new IllegalArgumentException("the API is woken by HTTP requests only, not by " + trigger.kind());
    }
}
