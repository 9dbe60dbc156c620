package dev.parvis.functions.listen;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.imports.ImportPosts;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.PromptPosts;
import dev.parvis.domain.posts.Waking;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.networks.feeds.FeedReader;
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
        var announcer = EventBridgeAnnouncer.from(aws, config, log);
        var waking = new Waking(announcer, clock);
        var posts = new PromptPosts(table.posts(), waking, config.horizon(), clock);
        var due = listenDue(new Outside(config, aws, announcer), table, clock, log);
        var imports = new ImportsDue(table.agenda(), new Once<>(() -> imports(table, posts, clock)), clock, log);
        return LambdaEntry.of(
                "listen", log, (_, invocation) -> waking.after(() -> answer(due, imports, invocation.deadline())));
    }

    private record Outside(Config config, AwsEnvironment aws, Announcer announcer) {}

    private static ImportPosts imports(ParvisTable table, Posts posts, InstantSource clock) {
        var stores = new ImportPosts.Stores(
                table.agenda(),
                table.imports(),
                posts,
                table.brands(),
                table.channels(),
                table.slots(),
                table.sheets());
        return new ImportPosts(stores, clock);
    }

    private static ListenDue listenDue(Outside outside, ParvisTable table, InstantSource clock, Log log) {
        var config = outside.config();
        var aws = outside.aws();
        var agenda = table.agenda();
        var credentials = new Credentials(table.credentials(), Vault.from(aws, config));
        var announcer = outside.announcer();
        var notices = new Notices(agenda, table.endpoints(), announcer, clock);
        var outbound = new Outbound(clock, config.loopbackAllowed());
        var networks = KnownNetworks.from(config, outbound, clock);
        var renewals = new Renewals(
                new Renewals.Stores(agenda, table.channels(), credentials),
                networks,
                notices,
                clock,
                new SecureRandom());
        var access = new Notifications.Access(new Connections(table.channels(), credentials), renewals, networks);
        var stores = new Feeds.Stores(table.sources(), table.brands());
        var watching = new Watching(table.brands(), table.mentions(), notices);
        var finds = new Finds(table.items(), watching, announcer);
        var drafts =
                new Drafts(new Drafts.Stores(table.sources(), table.posts(), table.channels(), table.sheets()), clock);
        var outcomes = new Outcomes(agenda, notices, clock, log);
        var polls = new ListenDue.Polls(
                new Notifications(access, table.sources(), finds, outcomes),
                new Feeds(new FeedReader(outbound, clock), stores, new Feeds.Keeping(finds, drafts), outcomes));
        return new ListenDue(agenda, polls, outcomes, clock, log);
    }

    private static Json answer(ListenDue due, ImportsDue imports, Deadline deadline) {
        var summary = due.tick(deadline);
        var imported = imports.run(deadline);
        return Json.obj(
                "sources",
                summary.sources(),
                "imports",
                imported.imports(),
                "faults",
                summary.faults() + imported.faults(),
                "stuck",
                summary.stuck() + imported.stuck());
    }
}
