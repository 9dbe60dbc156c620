package dev.parvis.functions.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.weekly.Outlook;
import dev.parvis.domain.weekly.Outlooks;
import dev.parvis.domain.weekly.Readers;
import dev.parvis.domain.weekly.WeeklyOrder;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.kernel.time.Deadline;

/**
 * One look at the agenda: mails each workspace whose Monday has come its look ahead. Whom it told stands on the order
 * before the next is told, so that a process that takes over tells nobody twice whose mail was noted.
 */
final class WeeklyDue {
    /** What a workspace may take before its first mail. */
    private static final Duration A_WORKSPACE = Duration.ofSeconds(60);

    private static final Duration A_MAIL = Duration.ofSeconds(10);

    private final Agenda agenda;
    private final Workspaces workspaces;
    private final Brands brands;
    private final Supplier<Outlooks> outlooks;
    private final Supplier<Mailer> mailer;
    private final InstantSource clock;
    private final Log log;
    private final Look<WeeklyOrder> look;

    /** Who is told of what. */
    record Stores(Agenda agenda, Workspaces workspaces, Brands brands) {}

    /** What a look did. */
    record Summary(int orders, int faults, int stuck) {}

    /**
     * @param outlooks asked at the first order
     * @param mailer asked at the first mail
     */
    WeeklyDue(Stores stores, Supplier<Outlooks> outlooks, Supplier<Mailer> mailer, InstantSource clock, Log log) {
        this.agenda = stores.agenda();
        this.workspaces = stores.workspaces();
        this.brands = stores.brands();
        this.outlooks = outlooks;
        this.mailer = mailer;
        this.clock = clock;
        this.log = log;
        this.look = new Look<>(
                agenda,
                Kind.WEEKLY,
                1,
                clock,
                (claim, fault) -> log.fault(
                        "weekly.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value()));
    }

    Summary run(Deadline function) {
        var seen = look.oneByOne(() -> function.allows(A_WORKSPACE), claim -> turn(claim, function));
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }

    private void turn(Claim<WeeklyOrder> claim, Deadline function) {
        var found = workspaces.find(claim.work().workspace());
        if (found.isEmpty()) {
            agenda.finish(claim, claim.work(), Next.never());
            return;
        }
        var workspace = found.get();
        var now = clock.instant();
        var order = claim.work().atWeekOf(now, workspace.zone());
        if (now.isBefore(order.dueIn(workspace.zone()))) {
            agenda.finish(claim, order, Next.at(order.dueIn(workspace.zone())));
        } else if (workspace.weekly()) {
            tell(new Told(claim, order), workspace, function);
        } else {
            over(claim, order, workspace);
        }
    }

    private void over(Claim<WeeklyOrder> claim, WeeklyOrder order, Workspace workspace) {
        var next = order.nextWeek();
        agenda.finish(claim, next, Next.at(next.dueIn(workspace.zone())));
    }

    /** The order as mails are noted on it. */
    private static final class Told {
        private final Claim<WeeklyOrder> claim;
        private WeeklyOrder order;
        private boolean isLater;

        Told(Claim<WeeklyOrder> claim, WeeklyOrder order) {
            this.claim = claim;
            this.order = order;
        }
    }

    private void tell(Told told, Workspace workspace, Deadline function) {
        var readers = new Readers(workspaces).of(workspace);
        var ahead = outlooks(workspace, readers);
        for (var reader : readers.entrySet()) {
            var digest = digest(reader.getKey());
            var concerned = ahead.stream()
                    .filter(outlook -> reader.getValue().test(outlook.brand().id()))
                    .toList();
            if (concerned.isEmpty() || told.order.told().contains(digest)) {
                continue;
            }
            if (!function.allows(A_MAIL)) {
                agenda.finish(told.claim, told.order, Next.at(clock.instant()));
                return;
            }
            if (!tell(told, reader.getKey(), new WeeklyText(workspace, concerned, clock.instant()).text())) {
                return;
            }
        }
        end(told, workspace);
    }

    private List<Outlook> outlooks(Workspace workspace, Map<String, Predicate<BrandId>> readers) {
        var ahead = new ArrayList<Outlook>();
        var next = Optional.of(PageRequest.first(PageRequest.MOST));
        while (next.isPresent()) {
            var page = brands.list(workspace.id(), next.get());
            page.items().stream()
                    .filter(brand -> readers.values().stream().anyMatch(reads -> reads.test(brand.id())))
                    .map(outlooks.get()::of)
                    .filter(outlook -> !outlook.isClear())
                    .forEach(ahead::add);
            next = page.next().map(after -> new PageRequest(PageRequest.MOST, Optional.of(after)));
        }
        return ahead;
    }

    /** False when somebody else has the order now. */
    private boolean tell(Told told, String address, MailTexts.Text text) {
        var order = told.order;
        var key = "weekly." + order.workspace() + "." + order.monday() + "." + digest(address);
        var mine = log.with(
                "workspace", order.workspace().value(), "week", order.monday().toString());
        switch (mailer.get().send(new Mail(key, address, text.subject(), text.plain(), text.html()))) {
            case Mailing.Sent _ -> mine.info("weekly.told");
            case Mailing.Refused(var why) -> mine.warn("weekly.undeliverable", "why", why);
            case Mailing.Later(var why) -> {
                mine.warn("weekly.later", "why", why);
                told.isLater = true;
                return true;
            }
        }
        told.order = order.told(digest(address));
        return agenda.progress(told.claim, told.order) == Written.DONE;
    }

    /** Who could not be reached is tried again, until enough is enough or the week is over. */
    private void end(Told told, Workspace workspace) {
        var failed = told.order.failedAgain();
        var wait = told.isLater ? Schedule.after(failed.failures()) : Optional.<Duration>empty();
        Instant now = clock.instant();
        wait.ifPresentOrElse(
                after -> agenda.finish(told.claim, failed, Next.at(now.plus(after))),
                () -> over(told.claim, told.order, workspace));
    }

    /** An address is never kept. */
    private static String digest(String address) {
        return Sha256.hex(address).substring(0, 12);
    }
}
