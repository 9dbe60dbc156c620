package dev.parvis.networks.mastodon;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.HtmlText;
import dev.parvis.networks.http.Texts;
import dev.parvis.networks.http.Urls;

/**
 * A status as an item. Its identity is its ActivityPub URI, which every server knows it by: ids are each server's own, and two
 * of a workspace's channels may live on two servers. The parent is the id on the channel's server, as our own posts are
 * known by; so is what answers are given to.
 */
final class StatusItem {
    private static final int MOST_NAME = 200;
    private static final int MOST_ID = 200;

    private StatusItem() {}

    static Optional<Item> of(Channel channel, Json status, ItemKind kind, Instant foundAt) {
        return nativeId(channel, status)
                .map(id -> new Item(
                        new ItemKey(channel.workspace(), Mastodon.ID, id),
                        kind,
                        author(status.at("account")),
                        text(status),
                        OwnStatuses.url(status),
                        status.at("created_at")
                                .instant()
                                .filter(at -> at.isBefore(foundAt))
                                .orElse(foundAt),
                        foundAt,
                        status.at("in_reply_to_id").text().filter(parent -> parent.length() <= ItemKey.MOST_NATIVE_ID),
                        status.at("id").text().filter(local -> !local.isEmpty() && local.length() <= MOST_ID)));
    }

    /** How a mention addresses the channel: privately, as an answer to it, or by name. */
    static ItemKind kind(Channel channel, Json status) {
        if (status.at("visibility").textOr("").equals("direct")) {
            return ItemKind.MESSAGE;
        }
        return status.at("in_reply_to_account_id").textOr("").equals(channel.account())
                ? ItemKind.REPLY
                : ItemKind.MENTION;
    }

    private static Optional<String> nativeId(Channel channel, Json status) {
        return status.at("uri")
                .text()
                .filter(uri -> Urls.isLink(uri) && uri.length() <= ItemKey.MOST_NATIVE_ID)
                .or(() -> status.at("id")
                        .text()
                        .filter(id -> !id.isEmpty() && id.length() <= MOST_ID)
                        .map(id -> channel.server() + "/statuses/" + Urls.encode(id)));
    }

    static Author author(Json account) {
        return new Author(
                Texts.line(account.at("id").textOr(""), MOST_NAME),
                Texts.line(account.at("acct").textOr(account.at("username").textOr("")), MOST_NAME),
                Texts.line(account.at("display_name").textOr(""), MOST_NAME),
                account.at("url").text().filter(Urls::isLink).orElse(""));
    }

    /** What stands under a content warning follows it. */
    static String text(Json status) {
        var warning = status.at("spoiler_text").textOr("").strip();
        var text = HtmlText.of(status.at("content").textOr(""));
        return warning.isEmpty() ? text : warning + "\n\n" + text;
    }
}
