package dev.parvis.networks.standard;

import java.time.InstantSource;
import java.util.List;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.ReceivesWebhooks;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

/** Verifies by Standard Webhooks, and only then reads. */
final class StandardDeliveries implements ReceivesWebhooks {
    private static final String COMMENT_CREATED = "comment.created";

    private final InstantSource clock;

    StandardDeliveries(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Verdict receive(Connection connection, Raw raw) {
        var secret = new Secret(connection.credential().need(StandardNetwork.SECRET));
        return switch (new StandardWebhook(List.of(secret), clock).verify(raw.headers(), raw.body())) {
            case StandardWebhook.Verdict.Genuine(var id, var _) -> read(connection.channel(), id, raw);
            case StandardWebhook.Verdict.MissingHeader(var name) -> new Verdict.Forged(name + " is missing");
            case StandardWebhook.Verdict.OutsideWindow() -> new Verdict.Forged("the timestamp is outside the window");
            case StandardWebhook.Verdict.WrongSignature() -> new Verdict.Forged("no signature matches");
        };
    }

    private static Verdict read(Channel channel, String id, Raw raw) {
        Json body;
        try {
            body = Json.parse(raw.body());
        } catch (MalformedJson malformed) {
            return new Verdict.Unreadable(id, "the body is not JSON");
        }
        var type = body.at("type").text();
        if (type.isEmpty()) {
            return new Verdict.Unreadable(id, "the body has no type");
        }
        return type.get().equals(COMMENT_CREATED)
                ? comment(channel, id, body, raw)
                : new Verdict.Accepted(id, List.of());
    }

    private static Verdict comment(Channel channel, String id, Json body, Raw raw) {
        var data = body.at("data");
        var nativeId = data.at("id").text().filter(text -> !text.isEmpty() && text.length() <= ItemKey.MOST_NATIVE_ID);
        var text = data.at("text").text();
        if (nativeId.isEmpty() || text.isEmpty()) {
            return new Verdict.Unreadable(id, "a comment has data.id and data.text");
        }
        var author = data.at("author");
        var item = new Item(
                new ItemKey(channel.workspace(), StandardNetwork.ID, channel.id() + "/" + nativeId.get()),
                ItemKind.COMMENT,
                new Author(
                        author.at("id").textOr(""),
                        author.at("name").textOr(""),
                        author.at("name").textOr(""),
                        author.at("url").textOr("")),
                text.get(),
                data.at("url").textOr(""),
                body.at("timestamp")
                        .instant()
                        .filter(at -> !at.isAfter(raw.receivedAt()))
                        .orElse(raw.receivedAt()),
                raw.receivedAt(),
                data.at("parent").text());
        return new Verdict.Accepted(id, List.of(item));
    }
}
