package dev.parvis.local.suite;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.parvis.kernel.json.Json;

/** Tells on the terminal what happened, a line each, from the events on the bus; they hold ids and figures, never texts. */
final class Story {

    private final Consumer<String> terminal;

    Story(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    /** One event of the bus. */
    void event(String type, Json detail) {
        line(type, detail).ifPresent(terminal);
    }

    private static Optional<String> line(String type, Json detail) {
        return Optional.ofNullable(
                switch (type) {
                    case "post.published" -> "post published on " + channel(detail) + lateness(detail);
                    case "post.failed" -> "post refused by " + channel(detail) + reason(detail);
                    case "post.missed" -> "post missed its time on " + channel(detail);
                    case "post.uncertain" ->
                        "post may have gone out on " + channel(detail) + "; looking before anything else";
                    case "interaction.received" -> "message taken from " + channel(detail);
                    case "interaction.moderated" -> "message moderated on " + channel(detail) + decision(detail);
                    case "mention.found" -> "mention found" + words(detail);
                    case "report.requested" -> "report asked for";
                    case "report.ready" -> "report written and stored as PDF and CSV";
                    case "channel.connected" -> channel(detail) + " connected";
                    case "channel.disconnected" -> channel(detail) + " disconnected";
                    case "source.broken" -> "source broken" + reason(detail);
                    default -> null;
                });
    }

    private static String channel(Json detail) {
        return first(detail, "network", "channel").orElse("a channel");
    }

    private static String lateness(Json detail) {
        return first(detail, "latenessMs", "latenessMillis", "lateMs", "lateness")
                .map(millis -> ", " + millis + " ms after its time")
                .orElse("");
    }

    private static String reason(Json detail) {
        return first(detail, "reason", "code").map(reason -> ": " + reason).orElse("");
    }

    private static String decision(Json detail) {
        return first(detail, "action", "decision").map(action -> ": " + action).orElse("");
    }

    private static String words(Json detail) {
        return first(detail, "watch", "network", "source")
                .map(where -> " (" + where + ")")
                .orElse("");
    }

    private static Optional<String> first(Json detail, String... names) {
        Map<String, Json> fields = detail.fields();
        for (String name : names) {
            Json value = fields.get(name);
            if (value != null && !value.isMissing()) {
                return Optional.of(value.text().orElseGet(value::toString));
            }
        }
        return Optional.empty();
    }
}
