package dev.parvis.functions.webhooks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.files.Files;
import dev.parvis.files.S3Files;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.in.Problems;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.trigger.Trigger;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        var router = router(Config.fromEnv(Environment.variables()), clock, log);
        return LambdaEntry.of("webhooks", log, (trigger, _) -> answer(router, trigger));
    }

    static Router router(Config config, InstantSource clock, Log log) {
        var aws = AwsEnvironment.from(config);
        var table = ParvisTable.from(aws, config, clock);
        var credentials = new Credentials(table.credentials(), Vault.from(aws, config));
        var networks = KnownNetworks.from(config, new Outbound(clock, config.loopbackAllowed()), clock);
        var keeper = new Keeper(
                table.inbound(),
                table.items(),
                new Once<Files>(() -> S3Files.from(aws, config)),
                EventBridgeAnnouncer.from(aws, config, log));
        var deliveries = new Deliveries(new Connections(table.channels(), credentials), networks, keeper);
        var incidents = new Ulids(clock, new SecureRandom());
        return new Router(new Problems(incidents::next, log))
                .post("/hooks/{workspace}/{channel}", new DeliveryRoute(deliveries, clock, log)::handle);
    }

    private static Json answer(Router router, Trigger trigger) {
        if (trigger instanceof Trigger.HttpCall(var request)) {
            return router.handle(request).toEvent();
        }
        throw new IllegalArgumentException("webhooks is woken by HTTP requests only, not by " + trigger.kind());
    }
}
