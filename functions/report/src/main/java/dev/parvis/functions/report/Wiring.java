package dev.parvis.functions.report;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.bus.EventBridgeAnnouncer;
import dev.parvis.domain.audit.TrailSealer;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.reports.MonthlyReports;
import dev.parvis.files.S3Files;
import dev.parvis.functions.report.data.Collector;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.config.Key;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.mail.SesMailer;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.SealedTokens;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. Fonts, files and mail are opened at the first report. */
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
        var reporter = new Once<>(() -> reporter(aws, table, config, clock, log));
        var due = new ReportDue(table.agenda(), reporter, clock, log);
        var trails = new SealDue(
                table.agenda(), table.workspaces(), new Once<>(() -> sealer(aws, table, config)), clock, log);
        return LambdaEntry.of("report", log, (_, invocation) -> answer(due, trails, invocation.deadline()));
    }

    private static TrailSealer sealer(AwsEnvironment aws, ParvisTable table, Config config) {
        return new TrailSealer(table.audit(), table.seals(), S3Files.from(aws, config));
    }

    private static Reporter reporter(
            AwsEnvironment aws, ParvisTable table, Config config, InstantSource clock, Log log) {
        var agenda = table.agenda();
        var notices = new Notices(agenda, table.endpoints(), EventBridgeAnnouncer.from(aws, config, log), clock);
        var outcomes = new Outcomes(new Outcomes.Stores(agenda, notices, table.audit()), clock, log);
        var mails = new ReportMail(new SealedTokens(Vault.from(aws, config), clock), config::publicUrl, clock);
        return new Reporter(
                new Reporter.Orders(table.brands(), new MonthlyReports(table.reports(), clock)),
                new Reporter.Steps(
                        collector(table, clock),
                        new ReportFiles(new Once<Files>(() -> S3Files.from(aws, config))),
                        new Mailings(mailer(aws, config), mails, outcomes, clock)),
                outcomes,
                clock);
    }

    private static Collector collector(ParvisTable table, InstantSource clock) {
        return new Collector(
                new Collector.Stores(
                        table.workspaces(),
                        table.channels(),
                        table.posts(),
                        table.snapshots(),
                        table.mentions(),
                        table.items(),
                        table.audit()),
                clock);
    }

    private static Optional<Supplier<Mailer>> mailer(AwsEnvironment aws, Config config) {
        return config.optional(Key.PARVIS_MAIL_FROM).map(_ -> new Once<Mailer>(() -> SesMailer.from(aws, config)));
    }

    /** Reports first: somebody waits for them. */
    private static Json answer(ReportDue due, SealDue trails, Deadline deadline) {
        var summary = due.run(deadline);
        var sealed = trails.run(deadline);
        return Json.obj(
                "reports",
                summary.reports(),
                "sealed",
                sealed.sealed(),
                "faults",
                summary.faults() + sealed.faults(),
                "stuck",
                summary.stuck() + sealed.stuck());
    }
}
