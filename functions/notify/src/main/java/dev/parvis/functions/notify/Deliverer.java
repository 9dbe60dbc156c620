package dev.parvis.functions.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.Sent;
import dev.parvis.domain.notices.SentLog;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.secret.Sha256;

/** Makes one delivery, by who its recipient is, and writes what became of it. */
final class Deliverer {
    private static final String ONE_ADDRESS = Delivery.MAIL + "-";
    private static final String ONE_APPROVER = Delivery.APPROVERS + "-";

    private final Agenda agenda;
    private final Workspaces workspaces;
    private final Endpoints endpoints;
    private final SentLog sent;
    private final Mails mails;
    private final ApprovalMails approvals;
    private final HelperMails helpers;
    private final Webhooks webhooks;
    private final InstantSource clock;
    private final Log log;

    /** Who is to be told. */
    record Stores(Agenda agenda, Workspaces workspaces, Endpoints endpoints, SentLog sent) {}

    /** By which means. */
    record Means(Mails mails, ApprovalMails approvals, HelperMails helpers, Webhooks webhooks) {}

    /** What became of a delivery. */
    sealed interface Delivered {
        record Arrived(String how) implements Delivered {}

        /** It never will be. */
        record Undeliverable(String why) implements Delivered {}

        /** Tried again; {@code notBefore} is what the other side asked for, or zero. */
        record Later(String why, Duration notBefore) implements Delivered {}
    }

    Deliverer(Stores stores, Means means, InstantSource clock, Log log) {
        this.agenda = stores.agenda();
        this.workspaces = stores.workspaces();
        this.endpoints = stores.endpoints();
        this.sent = stores.sent();
        this.mails = means.mails();
        this.approvals = means.approvals();
        this.helpers = means.helpers();
        this.webhooks = means.webhooks();
        this.clock = clock;
        this.log = log;
    }

    void deliver(Claim<Delivery> claim) {
        var recipient = claim.work().recipient();
        if (recipient.equals(Delivery.MAIL)) {
            split(claim, ONE_ADDRESS, addresses(claim.work()));
        } else if (recipient.equals(Delivery.APPROVERS)) {
            split(claim, ONE_APPROVER, approvals.addresses(claim.work().event()));
        } else if (recipient.startsWith(Delivery.HELPER)) {
            settle(claim, helpers.send(claim.work().id(), claim.work().event()));
        } else if (recipient.startsWith(ONE_APPROVER)) {
            settle(claim, ask(claim.work(), recipient.substring(ONE_APPROVER.length())));
        } else if (recipient.startsWith(ONE_ADDRESS)) {
            settle(claim, mail(claim.work(), recipient.substring(ONE_ADDRESS.length())));
        } else {
            var delivered = webhook(claim.work(), claim.work().endpoint());
            logged(claim.work(), delivered);
            settle(claim, delivered);
        }
    }

    /** The workspace's own; none, when the team was to be asked and nothing waits for it any more. */
    private List<String> addresses(Delivery work) {
        var asks = work.event().type() == Event.Type.APPROVAL_REQUESTED;
        return asks && approvals.waiting(work.event()).isEmpty()
                ? List.of()
                : workspaces.find(work.workspace()).map(Workspace::alertTo).orElse(List.of());
    }

    /** One delivery per address, added before the one they come from is finished. */
    private void split(Claim<Delivery> claim, String to, List<String> addresses) {
        var work = claim.work();
        for (var address : addresses) {
            var one = new Delivery(work.workspace(), work.event(), to + digest(address), 0, Optional.empty());
            agenda.add(Kind.DELIVERY, one, clock.instant());
        }
        agenda.finish(claim, work.ended("split into " + addresses.size()), Next.never());
    }

    private Delivered ask(Delivery work, String digest) {
        return approvals.addresses(work.event()).stream()
                .filter(address -> digest(address).equals(digest))
                .findFirst()
                .map(address -> approvals.send(work.id(), work.event(), address))
                .orElseGet(() -> new Delivered.Undeliverable("nothing waits any more, or the approver was removed"));
    }

    private Delivered mail(Delivery work, String digest) {
        return workspaces
                .find(work.workspace())
                .flatMap(workspace -> workspace.alertTo().stream()
                        .filter(address -> digest(address).equals(digest))
                        .findFirst()
                        .map(address -> mails.send(work.id(), work.event(), workspace, address)))
                .orElseGet(() -> new Delivered.Undeliverable("the address was removed"));
    }

    private Delivered webhook(Delivery work, EndpointId id) {
        return endpoints
                .find(work.workspace(), id)
                .map(endpoint -> webhooks.send(work.event(), endpoint))
                .orElseGet(() -> new Delivered.Undeliverable("the endpoint was removed"));
    }

    /** What the endpoint answered, before the row is settled: a try that is not told of would not be seen. */
    private void logged(Delivery work, Delivered delivered) {
        if (endpoints.find(work.workspace(), work.endpoint()).isEmpty()) {
            return;
        }
        var before = sent.find(
                        work.workspace(),
                        work.endpoint(),
                        Sent.first(work.event(), work.endpoint()).id())
                .orElseGet(() -> Sent.first(work.event(), work.endpoint()));
        var now = clock.instant();
        sent.keep(
                switch (delivered) {
                    case Delivered.Arrived(var how) -> before.tried(new Sent.Try(now, how), Sent.Outcome.ARRIVED);
                    case Delivered.Undeliverable(var why) -> before.tried(new Sent.Try(now, why), Sent.Outcome.FAILED);
                    case Delivered.Later(var why, var _) ->
                        before.tried(
                                new Sent.Try(now, why),
                                Schedule.after(work.failures() + 1).isPresent()
                                        ? Sent.Outcome.UNDER_WAY
                                        : Sent.Outcome.FAILED);
                });
    }

    private void settle(Claim<Delivery> claim, Delivered delivered) {
        var work = claim.work();
        var mine = log.with(
                "workspace", work.workspace().value(), "type", work.event().type(), "by", means(work));
        switch (delivered) {
            case Delivered.Arrived(var how) -> {
                agenda.finish(claim, work.ended(how), Next.never());
                mine.info("delivery.made", "failures", work.failures());
            }
            case Delivered.Undeliverable(var why) -> {
                agenda.finish(claim, work.ended("undeliverable: " + why), Next.never());
                mine.warn("delivery.undeliverable", "why", why);
            }
            case Delivered.Later(var why, var notBefore) -> {
                mine.warn("delivery.later", "why", why, "failures", work.failures() + 1);
                later(claim, why, notBefore);
            }
        }
    }

    private void later(Claim<Delivery> claim, String why, Duration notBefore) {
        var failed = claim.work().failed(claim.work().failures() + 1);
        Schedule.after(failed.failures())
                .map(wait -> wait.compareTo(notBefore) > 0 ? wait : notBefore)
                .ifPresentOrElse(
                        wait -> agenda.finish(
                                claim, failed, Next.at(clock.instant().plus(wait))),
                        () -> agenda.finish(claim, failed.ended("given up: " + why), Next.never()));
    }

    private static String means(Delivery work) {
        var toPeople =
                Stream.of(Delivery.MAIL, Delivery.APPROVERS, Delivery.HELPER).anyMatch(work.recipient()::startsWith);
        return toPeople ? "mail" : "webhook";
    }

    /** An address is never part of a key. */
    private static String digest(String address) {
        return Sha256.hex(address).substring(0, 24);
    }
}
