package dev.parvis.functions.tokens;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.preflight.Accounts;
import dev.parvis.domain.preflight.Pictures;
import dev.parvis.domain.preflight.Preflight;
import dev.parvis.domain.preflight.Sweep;
import dev.parvis.files.S3Files;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.networks.images.Images;
import dev.parvis.networks.originals.Examination;
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
        var agenda = table.agenda();
        var credentials = new Credentials(table.credentials(), Vault.from(aws, config));
        var notices = new Notices(agenda, table.endpoints(), EventBridgeAnnouncer.from(aws, config, log), clock);
        var networks = KnownNetworks.from(config, new Outbound(clock, config.loopbackAllowed()), clock);
        var renewals = new Renewals(
                new Renewals.Stores(agenda, table.channels(), credentials),
                networks,
                notices,
                clock,
                new SecureRandom());
        var due = new RefreshDue(agenda, renewals, clock, log);
        var files = new Once<Files>(() -> S3Files.from(aws, config));
        Supplier<Preflight> preflight = () -> new Preflight(
                new Accounts(table.channels(), credentials, networks, renewals),
                new Pictures(table.media(), files, new Examination(), Images::ratio),
                table.slots());
        var checks = new CheckDue(new Sweep.Stores(table.posts(), table.checks()), preflight, notices, clock, log);
        return LambdaEntry.of("tokens", log, (_, invocation) -> answer(due, checks, invocation.deadline()));
    }

    /** Credentials first: a post whose account was just renewed is not at risk. */
    private static Json answer(RefreshDue due, CheckDue checks, Deadline deadline) {
        var summary = due.run(deadline);
        var swept = checks.run(deadline);
        return Json.obj(
                "renewed",
                summary.renewed(),
                "lost",
                summary.lost(),
                "later",
                summary.later(),
                "faults",
                summary.faults() + swept.faults(),
                "stuck",
                summary.stuck(),
                "checked",
                swept.posts(),
                "atRisk",
                swept.atRisk());
    }
}
