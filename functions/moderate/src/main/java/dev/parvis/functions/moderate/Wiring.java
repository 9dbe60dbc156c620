package dev.parvis.functions.moderate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.moderation.Acting;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.PromptPosts;
import dev.parvis.domain.posts.Waking;
import dev.parvis.domain.replies.AutomaticReplies;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        var config = Config.fromEnv(Environment.variables());
        var aws = AwsEnvironment.from(config);
        var announcer = EventBridgeAnnouncer.from(aws, config, log);
        var waking = new Waking(announcer, clock);
        var due = moderateDue(new Outside(config, aws, announcer, waking), clock, log);
        return LambdaEntry.of(
                "moderate", log, (_, invocation) -> waking.after(() -> answer(due, invocation.deadline())));
    }

    private record Outside(Config config, AwsEnvironment aws, Announcer announcer, Waking waking) {}

    private static ModerateDue moderateDue(Outside outside, InstantSource clock, Log log) {
        var config = outside.config();
        var aws = outside.aws();
        var table = ParvisTable.from(aws, config, clock);
        var agenda = table.agenda();
        var credentials = new Credentials(table.credentials(), Vault.from(aws, config));
        var notices = new Notices(agenda, table.endpoints(), outside.announcer(), clock);
        var posts = new PromptPosts(table.posts(), outside.waking(), config.horizon(), clock);
        var networks = KnownNetworks.from(config, new Outbound(clock, config.loopbackAllowed()), clock);
        var renewals = new Renewals(
                new Renewals.Stores(agenda, table.channels(), credentials),
                networks,
                notices,
                clock,
                new SecureRandom());
        var connections = new Connections(table.channels(), credentials);
        var replies = new AutomaticReplies(
                new AutomaticReplies.Stores(
                        agenda, table.brands(), table.channels(), posts, table.regulars(), table.pace()),
                new Answers(posts, table.holds(), table.audit(), clock),
                connections,
                networks,
                clock);
        var deeds = new Moderator.Deeds(new Acting(networks, connections, renewals), replies);
        var outcomes = new Outcomes(new Outcomes.Stores(agenda, notices, table.audit()), clock, log);
        var watching = new Watching(table.brands(), table.mentions(), notices);
        var followUp = new FollowUp(table.items(), posts, outcomes, clock);
        var moderator = new Moderator(watching, table.rules(), deeds, followUp, outcomes);
        return new ModerateDue(agenda, moderator, clock, log);
    }

    private static Json answer(ModerateDue due, Deadline deadline) {
        var summary = due.run(deadline);
        return Json.obj("interactions", summary.interactions(), "faults", summary.faults(), "stuck", summary.stuck());
    }
}
