package dev.parvis.functions.notify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.approvals.ApprovalLink;
import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.notify.Deliverer.Delivered;
import dev.parvis.vault.SealedTokens;

/**
 * Asks a brand's approvers, and reminds them: what still waits when the mail is sent is what it speaks of, and when
 * nothing does there is no mail.
 */
final class ApprovalMails {
    /** What was asked for is open as long as this; a reminder brings a new link. */
    static final Duration LINK_LIVES = Duration.ofDays(30);

    private final Supplier<Mailer> mailer;
    private final Workspaces workspaces;
    private final Brands brands;
    private final Questions questions;
    private final Links links;
    private final InstantSource clock;

    /** Makes links; the address of the API is asked for at the first. */
    record Links(SealedTokens tokens, Supplier<URI> publicUrl) {
        URI to(ApprovalLink link, Instant until) {
            return URI.create(publicUrl.get() + "/a/" + tokens.issue(ApprovalLink.PURPOSE, link.payload(), until));
        }
    }

    /** What is read. */
    record Stores(Workspaces workspaces, Brands brands, Questions questions) {}

    ApprovalMails(Supplier<Mailer> mailer, Stores stores, Links links, InstantSource clock) {
        this.mailer = mailer;
        this.workspaces = stores.workspaces();
        this.brands = stores.brands();
        this.questions = stores.questions();
        this.links = links;
        this.clock = clock;
    }

    /** Whose addresses are asked; none, when nothing waits any more. */
    List<String> addresses(Event event) {
        return waiting(event).isEmpty()
                ? List.of()
                : brand(event).stream()
                        .flatMap(brand -> brand.approving().approvers().stream())
                        .map(Approver::email)
                        .toList();
    }

    /** What the event's question is about and still waits; a reminder speaks of its own hour. */
    List<Post> waiting(Event event) {
        var detail = event.detail();
        var brand = new BrandId(detail.getOrDefault("brand", ""));
        var part = "team".equals(detail.get("part")) ? Approval.Part.TEAM : Approval.Part.CLIENT;
        var all = questions.waiting(event.workspace(), brand, month(event), part);
        return isReminder(event)
                ? all.stream().filter(post -> isOf(event.at(), post)).toList()
                : all;
    }

    private static boolean isOf(Instant reminded, Post post) {
        var from = reminded.plus(Requests.REMINDER);
        return post.schedule()
                .map(Schedule::at)
                .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(Requests.AN_HOUR)))
                .isPresent();
    }

    private static boolean isReminder(Event event) {
        return "reminder".equals(event.detail().get("kind"));
    }

    private static YearMonth month(Event event) {
        return YearMonth.parse(event.detail().getOrDefault("month", ""));
    }

    private Optional<Brand> brand(Event event) {
        return Optional.ofNullable(event.detail().get("brand"))
                .flatMap(id -> brands.find(event.workspace(), new BrandId(id)));
    }

    Delivered send(String key, Event event, String address) {
        var waiting = waiting(event);
        var brand = brand(event);
        var approver = brand.stream()
                .flatMap(found -> found.approving().approvers().stream())
                .filter(named -> named.email().equals(address))
                .findFirst();
        if (approver.isEmpty()) {
            return new Delivered.Undeliverable("the approver was removed");
        }
        if (waiting.isEmpty()) {
            return new Delivered.Arrived("nothing waits any more");
        }
        return switch (mailer.get().send(mail(key, event, brand.orElseThrow(), approver.get(), waiting))) {
            case Mailing.Sent _ -> new Delivered.Arrived("mailed");
            case Mailing.Refused(var reason) -> new Delivered.Undeliverable(reason);
            case Mailing.Later(var reason) -> new Delivered.Later(reason, Duration.ZERO);
        };
    }

    private Mail mail(String key, Event event, Brand brand, Approver approver, List<Post> waiting) {
        var until = clock.instant().plus(LINK_LIVES);
        var one = Optional.of(waiting.getFirst().id()).filter(_ -> waiting.size() == 1);
        var month = new ApprovalLink(event.workspace(), brand.id(), approver.email(), month(event), Optional.empty());
        var link = one.isPresent() ? month.to(one.get()) : month;
        var led = new ApproverText.Led(links.to(link, until), one.map(_ -> links.to(month, until)), until);
        var asks = workspaces.find(event.workspace()).map(Workspace::name).orElse("Parvis");
        var text = new ApproverText(brand, asks, approver, isReminder(event)).of(waiting, led);
        return new Mail(key, approver.email(), text.subject(), text.plain(), text.html(), asks);
    }
}
