package dev.parvis.local.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.ses.Mail;
import dev.parvis.emulators.ses.Mailbox;
import dev.parvis.kernel.json.Json;

/**
 * Tells on the terminal what happened, a line each: from the events on the bus, which hold ids and figures and never texts,
 * and from the mailbox, of which only a mail's subject is told.
 */
final class Story implements AutoCloseable {

    private final Consumer<String> terminal;
    private final Mailbox mailbox;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mailbox-watch").factory());
    private int mails;

    Story(Consumer<String> terminal, Mailbox mailbox) {
        this.terminal = terminal;
        this.mailbox = mailbox;
        this.mails = mailbox.size();
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** One line that a function printed; a delivery that was verified and stored is told, one that came again is not. */
    void log(Json line) {
        if (line.at("event").textOr("").equals("webhook.taken")
                && !line.at("before").truth().orElse(false)) {
            terminal.accept("signed webhook taken" + count(line));
        }
    }

    /** One event of the bus. */
    void event(String type, Json detail) {
        line(type, detail).ifPresent(terminal);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** A scheduled task that throws is never run again. */
    private void look() {
        try {
            newMails();
        } catch (EmulatorFailed e) {
            terminal.accept("the mailbox cannot be read: " + e.getMessage());
        }
    }

    private void newMails() {
        int now = mailbox.size();
        if (now > mails) {
            List<Mail> fresh = mailbox.newest(now - mails).reversed();
            fresh.forEach(mail -> terminal.accept("mail sent: " + mail.subject()));
        }
        mails = now;
    }

    static Optional<String> line(String type, Json detail) {
        return Optional.ofNullable(
                switch (type) {
                    case "post.published" -> "post published on " + network(detail) + lateness(detail);
                    case "post.failed" -> "post refused by " + network(detail) + because(detail, "code");
                    case "post.missed" -> "post too late for " + network(detail);
                    case "post.uncertain" -> "post may have gone out on " + network(detail) + "; a person should look";
                    case "post.handed_over" -> "post handed over to a person";
                    case "post.at_risk" -> "post at risk: it will not go out as things are";
                    case "approval.requested" ->
                        "post waits for the " + field(detail, "by").orElse("approval");
                    case "post.approved" -> "post approved";
                    case "post.refused" ->
                        "post refused by " + field(detail, "by").orElse("somebody");
                    case "post.commented" -> "comment on a post";
                    case "hold.started" -> "crisis stop";
                    case "hold.released" -> "stop released";
                    case "interaction.moderated" ->
                        "message on " + network(detail) + " moderated" + because(detail, "handling");
                    case "mention.found" -> "mention found" + because(detail, "network");
                    case "report.requested" -> "report asked for";
                    case "report.ready" -> "report written and stored as PDF and CSV";
                    case "channel.connected" -> "channel connected on " + network(detail);
                    case "channel.disconnected" -> "channel disconnected on " + network(detail);
                    case "source.broken" -> "source broken" + because(detail, "reason");
                    default -> null;
                });
    }

    private static String network(Json detail) {
        return field(detail, "network").orElse("a network");
    }

    private static String lateness(Json detail) {
        return field(detail, "latenessMs")
                .map(millis -> ", " + millis + " ms after its time")
                .orElse("");
    }

    private static String count(Json detail) {
        return field(detail, "interactions")
                .map(count -> ", new messages: " + count)
                .orElse("");
    }

    private static String because(Json detail, String name) {
        return field(detail, name).map(value -> ": " + value).orElse("");
    }

    private static Optional<String> field(Json detail, String name) {
        Map<String, Json> fields = detail.fields();
        return Optional.ofNullable(fields.get(name))
                .map(value -> value.text().orElseGet(value::toString))
                .filter(text -> !text.isBlank());
    }
}
