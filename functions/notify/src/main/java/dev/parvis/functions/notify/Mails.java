package dev.parvis.functions.notify;

import java.time.Duration;
import java.util.function.Supplier;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.functions.notify.Deliverer.Delivered;

/** Mails one event to one address, in the workspace's language. */
final class Mails {
    private final Supplier<Mailer> mailer;
    private final MailTexts texts;

    /** @param mailer asked at the first mail only */
    Mails(Supplier<Mailer> mailer, MailTexts texts) {
        this.mailer = mailer;
        this.texts = texts;
    }

    Delivered send(String key, Event event, Workspace workspace, String address) {
        var text = texts.of(event, workspace);
        var mail = new Mail(key, address, text.subject(), text.plain(), text.html());
        return switch (mailer.get().send(mail)) {
            case Mailing.Sent _ -> new Delivered.Arrived("mailed");
            case Mailing.Refused(var reason) -> new Delivered.Undeliverable(reason);
            case Mailing.Later(var reason) -> new Delivered.Later(reason, Duration.ZERO);
        };
    }
}
