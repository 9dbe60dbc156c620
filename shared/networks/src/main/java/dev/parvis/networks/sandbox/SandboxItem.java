package dev.parvis.networks.sandbox;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Texts;
import dev.parvis.networks.http.Urls;

/** What somebody wrote to or about the account, as an item: the same from the inbox and from a delivery. */
final class SandboxItem {
    private static final int MOST_NAME = 200;

    private SandboxItem() {}

    /** Empty when it is none, or another account's. */
    static Optional<Item> of(Channel channel, Json told, Instant foundAt) {
        var id = told.at("id").textOr("");
        var kind = kind(told.at("kind").textOr(""));
        var ours = told.at("account").textOr("").equals(channel.account());
        if (id.isEmpty() || id.length() > ItemKey.MOST_NATIVE_ID || kind.isEmpty() || !ours) {
            return Optional.empty();
        }
        return Optional.of(new Item(
                new ItemKey(channel.workspace(), Sandbox.ID, id),
                kind.get(),
                author(told.at("author")),
                told.at("text").textOr(""),
                told.at("url").text().filter(Urls::isLink).orElse(""),
                told.at("created_at")
                        .instant()
                        .filter(at -> at.isBefore(foundAt))
                        .orElse(foundAt),
                foundAt,
                told.at("post").text().filter(post -> post.length() <= ItemKey.MOST_NATIVE_ID)));
    }

    private static Optional<ItemKind> kind(String kind) {
        return switch (kind) {
            case "comment" -> Optional.of(ItemKind.COMMENT);
            case "mention" -> Optional.of(ItemKind.MENTION);
            default -> Optional.empty();
        };
    }

    private static Author author(Json author) {
        var id = Texts.line(author.at("id").textOr(""), MOST_NAME);
        return new Author(id, id, Texts.line(author.at("name").textOr(""), MOST_NAME), "");
    }
}
