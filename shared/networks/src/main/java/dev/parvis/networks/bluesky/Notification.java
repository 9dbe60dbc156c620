package dev.parvis.networks.bluesky;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.networks.http.Texts;

/** One entry of listNotifications. Its record is whatever somebody's software wrote: any member may be missing or odd. */
record Notification(String uri, String cid, String reason, Instant indexedAt, Json raw) {
    private static final int MOST_NAME = 200;

    /** Empty when it has not even an address of its own. */
    static Optional<Notification> of(Json raw, Instant now) {
        var uri = raw.at("uri").textOr("");
        if (uri.isEmpty() || uri.length() > ItemKey.MOST_NATIVE_ID) {
            return Optional.empty();
        }
        return Optional.of(new Notification(
                uri,
                raw.at("cid").textOr(""),
                raw.at("reason").textOr(""),
                raw.at("indexedAt").instant().filter(at -> at.isBefore(now)).orElse(now),
                raw));
    }

    /** Twelve hex digits by which it is known again. */
    String digest() {
        return Sha256.hex(uri + '\n' + cid + '\n' + reason).substring(0, 12);
    }

    /** What was said, when it is of a kind that we listen to. */
    Optional<Item> item(Connection connection, Instant foundAt) {
        return kind().map(kind -> new Item(
                new ItemKey(connection.channel().workspace(), Bluesky.ID, uri),
                kind,
                author(),
                raw.at("record", "text").textOr(""),
                AtUri.parse(uri).map(AtUri::web).orElse(""),
                publishedAt(),
                foundAt,
                parent(kind)));
    }

    private Optional<ItemKind> kind() {
        return switch (reason) {
            case "mention" -> Optional.of(ItemKind.MENTION);
            case "reply" -> Optional.of(ItemKind.REPLY);
            case "quote" -> Optional.of(ItemKind.QUOTE);
            default -> Optional.empty();
        };
    }

    private Author author() {
        var did = raw.at("author", "did").textOr("");
        var handle = raw.at("author", "handle").textOr("");
        return new Author(
                Texts.line(did, MOST_NAME),
                Texts.line(handle, MOST_NAME),
                Texts.line(raw.at("author", "displayName").textOr(""), MOST_NAME),
                did.startsWith("did:") ? "https://bsky.app/profile/" + did : "");
    }

    /** The writer's own word, unless it lies in the future. */
    private Instant publishedAt() {
        return raw.at("record", "createdAt")
                .instant()
                .filter(at -> at.isBefore(indexedAt))
                .orElse(indexedAt);
    }

    private Optional<String> parent(ItemKind kind) {
        var answered = raw.at("record", "reply", "parent", "uri").text();
        var subject = raw.at("reasonSubject").text();
        return (kind == ItemKind.QUOTE ? subject.or(() -> answered) : answered.or(() -> subject))
                .filter(uri -> uri.length() <= ItemKey.MOST_NATIVE_ID)
                .filter(_ -> kind != ItemKind.MENTION || answered.isPresent());
    }
}
