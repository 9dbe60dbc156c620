package dev.parvis.networks.slack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.ReceivesWebhooks;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Hmac;
import dev.parvis.kernel.secret.Sha256;

/** Verifies Slack's signature over the raw bytes, answers the handshake, and reads messages. */
final class SlackEvents implements ReceivesWebhooks {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Set<String> MESSAGES = Set.of("message", "app_mention");
    /** Subtypes that are something a person said; edits, deletions and joins are not. */
    private static final Set<String> SAID = Set.of("", "thread_broadcast", "file_share", "me_message");

    private final InstantSource clock;

    SlackEvents(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Verdict receive(Connection connection, Raw raw) {
        var timestamp = raw.headers().getOrDefault("x-slack-request-timestamp", "");
        var sentAt = seconds(timestamp);
        if (sentAt.isEmpty()
                || Duration.between(sentAt.get(), clock.instant()).abs().compareTo(WINDOW) > 0) {
            return new Verdict.Forged("the timestamp is missing or outside the window");
        }
        return genuine(connection, raw, timestamp)
                ? read(connection.channel(), raw)
                : new Verdict.Forged("the signature does not match");
    }

    private static boolean genuine(Connection connection, Raw raw, String timestamp) {
        var signature = raw.headers().getOrDefault("x-slack-signature", "");
        var key = new Hmac(connection.credential().need(Slack.SECRET).getBytes(StandardCharsets.UTF_8));
        var prefix = ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        return signature.startsWith("v0=") && key.matchesHex(signature.substring(3), prefix, raw.body());
    }

    private static Verdict read(Channel channel, Raw raw) {
        Json body;
        try {
            body = Json.parse(raw.body());
        } catch (MalformedJson malformed) {
            return new Verdict.Unreadable(Sha256.hex(raw.body()), "the body is not JSON");
        }
        return switch (body.at("type").textOr("")) {
            case "url_verification" ->
                new Verdict.Challenge("text/plain", body.at("challenge").textOr(""));
            case "event_callback" -> event(channel, body, raw);
            default -> new Verdict.Unreadable(Sha256.hex(raw.body()), "an unknown type of delivery");
        };
    }

    private static Verdict event(Channel channel, Json body, Raw raw) {
        var id = body.at("event_id").text().filter(text -> !text.isEmpty());
        if (id.isEmpty()) {
            return new Verdict.Unreadable(Sha256.hex(raw.body()), "the event has no id");
        }
        if (!body.at("team_id").textOr("").equals(channel.account())) {
            return new Verdict.Unreadable(id.get(), "the event is of another team");
        }
        return new Verdict.Accepted(
                id.get(), message(channel, body, raw).map(List::of).orElse(List.of()));
    }

    private static Optional<Item> message(Channel channel, Json body, Raw raw) {
        var event = body.at("event");
        var room = event.at("channel").textOr("");
        var stamp = event.at("ts").textOr("");
        var byPerson = event.at("bot_id").text().isEmpty()
                && SAID.contains(event.at("subtype").textOr(""));
        if (!MESSAGES.contains(event.at("type").textOr("")) || !byPerson || room.isEmpty() || stamp.isEmpty()) {
            return Optional.empty();
        }
        var user = event.at("user").textOr("");
        var thread = event.at("thread_ts").text().filter(root -> !root.equals(stamp));
        return Optional.of(new Item(
                new ItemKey(channel.workspace(), Slack.ID, channel.account() + "/" + room + "/" + stamp),
                thread.isPresent() ? ItemKind.REPLY : ItemKind.MESSAGE,
                new Author(user, user, "", ""),
                unescape(event.at("text").textOr("")),
                "",
                seconds(body.at("event_time").whole().map(String::valueOf).orElse(""))
                        .orElse(raw.receivedAt()),
                raw.receivedAt(),
                thread.map(root -> channel.account() + "/" + room + "/" + root)));
    }

    /** Slack escapes exactly these three: https://docs.slack.dev/messaging/formatting-message-text. */
    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Optional<Instant> seconds(String text) {
        return text.matches("[0-9]{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }
}
