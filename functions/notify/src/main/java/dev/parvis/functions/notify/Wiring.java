package dev.parvis.functions.notify;

import java.time.Clock;
import java.time.InstantSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.aws.lambda.LambdaEntry;
import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.Environment;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.mail.SesMailer;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.SealedTokens;
import dev.parvis.vault.Vault;

/** Builds the function from its environment, once per process. */
final class Wiring {
    private Wiring() {}

    static LambdaEntry production() {
        var clock = Clock.systemUTC();
        var log = Log.stdout();
        var due = notifyDue(Config.fromEnv(Environment.variables()), clock, log);
        return LambdaEntry.of("notify", log, (_, invocation) -> answer(due, invocation.deadline()));
    }

    private static NotifyDue notifyDue(Config config, InstantSource clock, Log log) {
        var aws = AwsEnvironment.from(config);
        var table = ParvisTable.from(aws, config, clock);
        var agenda = table.agenda();
        var mailer = new Once<Mailer>(() -> SesMailer.from(aws, config));
        var mails = new Mails(mailer, new MailTexts(table.brands(), table.channels()));
        var vault = Vault.from(aws, config);
        var approvals = new ApprovalMails(
                mailer,
                table.brands(),
                new Questions(table.posts(), clock),
                new ApprovalMails.Links(new SealedTokens(vault, clock), config::publicUrl),
                clock);
        var helpers = new HelperMails(
                mailer,
                new HelperMails.Stores(table.posts(), table.holds(), table.brands(), table.channels()),
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

    private static Json answer(NotifyDue due, Deadline deadline) {
        var summary = due.run(deadline);
        return Json.obj("deliveries", summary.deliveries(), "faults", summary.faults(), "stuck", summary.stuck());
    }
}
