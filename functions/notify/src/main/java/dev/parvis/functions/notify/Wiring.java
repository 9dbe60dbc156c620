package dev.parvis.functions.notify;

import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.calendar.Gaps;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.weekly.Outlooks;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.mail.SesMailer;
import dev.parvis.recurrence.LibRecurRules;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.SealedTokens;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        var config = Config.fromEnv(Environment.variables());
        var aws = AwsEnvironment.from(config);
        var table = ParvisTable.from(aws, config, clock);
        var mailer = new Once<Mailer>(() -> SesMailer.from(aws, config));
        var due = notifyDue(config, new Means(aws, table, mailer), clock, log);
        var weekly = weeklyDue(table, mailer, clock, log);
        return LambdaEntry.of("notify", log, (_, invocation) -> answer(due, weekly, invocation.deadline()));
    }

    private record Means(AwsEnvironment aws, ParvisTable table, Supplier<Mailer> mailer) {}

    private static WeeklyDue weeklyDue(ParvisTable table, Supplier<Mailer> mailer, InstantSource clock, Log log) {
        return new WeeklyDue(
                new WeeklyDue.Stores(table.agenda(), table.workspaces(), table.brands()),
                new Once<>(() -> outlooks(table, clock)),
                mailer,
                clock,
                log);
    }

    private static Outlooks outlooks(ParvisTable table, InstantSource clock) {
        var gaps = new Gaps(
                new Gaps.Stores(table.channels(), table.sheets(), table.slots(), table.posts(), table.series()),
                new Occurrences(new LibRecurRules()),
                clock);
        return new Outlooks(
                new Outlooks.Stores(table.channels(), table.media(), table.posts()),
                gaps,
                new Questions(table.posts(), clock),
                clock);
    }

    private static NotifyDue notifyDue(Config config, Means means, InstantSource clock, Log log) {
        var aws = means.aws();
        var table = means.table();
        var mailer = means.mailer();
        var agenda = table.agenda();
        var vault = Vault.from(aws, config);
        var approvals = new ApprovalMails(
                mailer,
                new ApprovalMails.Stores(table.workspaces(), table.brands(), new Questions(table.posts(), clock)),
                new ApprovalMails.Links(new SealedTokens(vault, clock), config::publicUrl),
                clock);
        var mails = new Mails(
                mailer,
                new MailTexts(new MailTexts.Stores(
                        table.brands(),
                        table.channels(),
                        new AccountFacts(table.channels(), table.sources()),
                        new PostFacts(table.posts(), table.comments()),
                        approvals::waiting)));
        var helpers = new HelperMails(
                mailer,
                new HelperMails.Stores(
                        table.posts(), table.holds(), table.workspaces(), table.brands(), table.channels()),
                new SealedTokens(vault, clock),
                config::publicUrl);
        var webhooks = new Webhooks(new Outbound(clock, config.loopbackAllowed()), vault, clock);
        var deliverer = new Deliverer(
                new Deliverer.Stores(agenda, table.workspaces(), table.endpoints(), table.sent()),
                new Deliverer.Means(mails, approvals, helpers, webhooks),
                clock,
                log);
        return new NotifyDue(agenda, deliverer, clock, log);
    }

    /** What happened first: a look ahead can wait a tick. */
    private static Json answer(NotifyDue due, WeeklyDue weekly, Deadline deadline) {
        var summary = due.run(deadline);
        var weeks = weekly.run(deadline);
        return Json.obj(
                "deliveries",
                summary.deliveries(),
                "weeks",
                weeks.orders(),
                "faults",
                summary.faults() + weeks.faults(),
                "stuck",
                summary.stuck() + weeks.stuck());
    }
}
