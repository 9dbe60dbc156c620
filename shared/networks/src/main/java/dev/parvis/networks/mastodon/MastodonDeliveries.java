package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.ReceivesWebhooks;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Hmac;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.networks.http.Urls;

/**
 * An administrator's webhooks (https://docs.joinmastodon.org/admin/webhooks/): {@code X-Hub-Signature: sha256=} and the
 * HMAC-SHA256 in hex of the raw bytes, its key the secret's text as the server shows it.
 *
 * <p>Mastodon names no delivery, so the identity is the hash of the body: its retries repeat the bytes. It signs no time either;
 * the {@code created_at} inside the signed body stands for it and may be three days old, because a delivery is retried for
 * about two. Reports and statuses become items; what happened to accounts is kept as the delivery alone. Bodies hold
 * e-mail and IP addresses and are never logged.
 */
final class MastodonDeliveries implements ReceivesWebhooks {
    static final String SECRET = "webhookSecret";
    static final Duration OLDEST = Duration.ofDays(3);
    static final Duration EARLIEST = Duration.ofMinutes(10);

    private static final String HEADER = "x-hub-signature";
    private static final String SCHEME = "sha256=";

    @Override
    public Verdict receive(Connection connection, Raw raw) {
        var secret = connection.credential().part(SECRET).filter(text -> !text.isEmpty());
        if (secret.isEmpty()) {
            return new Verdict.Forged("the channel has no webhook secret");
        }
        var signature = raw.headers().getOrDefault(HEADER, "");
        if (!signature.startsWith(SCHEME)) {
            return new Verdict.Forged(HEADER + " is missing or of another scheme");
        }
        if (!Hmac.of(new Secret(secret.get())).matchesHex(signature.substring(SCHEME.length()), raw.body())) {
            return new Verdict.Forged("the signature does not match");
        }
        return read(connection.channel(), raw, "sha256:" + Sha256.hex(raw.body()));
    }

    private static Verdict read(Channel channel, Raw raw, String id) {
        Json body;
        try {
            body = Json.parse(raw.body());
        } catch (MalformedJson malformed) {
            return new Verdict.Unreadable(id, "the body is not JSON");
        }
        var event = body.at("event").text();
        var createdAt = body.at("created_at").instant();
        if (event.isEmpty() || createdAt.isEmpty() || body.at("object").object().isEmpty()) {
            return new Verdict.Unreadable(id, "the body has no event, created_at or object: is a template set?");
        }
        if (isOutside(createdAt.get(), raw.receivedAt())) {
            return new Verdict.Forged("created_at is outside the replay window");
        }
        var object = body.at("object");
        return switch (event.get()) {
            case "report.created", "report.updated" -> one(id, report(channel, object, raw.receivedAt()));
            case "status.created", "status.updated" ->
                one(id, StatusItem.of(channel, object, ItemKind.POST, raw.receivedAt()));
            default -> new Verdict.Accepted(id, List.of());
        };
    }

    private static boolean isOutside(Instant createdAt, Instant receivedAt) {
        return createdAt.isBefore(receivedAt.minus(OLDEST)) || createdAt.isAfter(receivedAt.plus(EARLIEST));
    }

    private static Verdict one(String id, Optional<Item> item) {
        return item.<Verdict>map(found -> new Verdict.Accepted(id, List.of(found)))
                .orElseGet(() -> new Verdict.Unreadable(id, "the object has no id"));
    }

    /** Told in the reporter's words, then about whom, then what the reported wrote. Addresses are left out. */
    private static Optional<Item> report(Channel channel, Json report, Instant receivedAt) {
        return report.at("id")
                .text()
                .filter(id -> !id.isEmpty() && id.length() <= 200)
                .map(id -> new Item(
                        new ItemKey(channel.workspace(), Mastodon.ID, channel.server() + "/reports/" + id),
                        ItemKind.REPORT,
                        StatusItem.author(report.at("account", "account")),
                        text(report),
                        channel.server() + "/admin/reports/" + Urls.encode(id),
                        report.at("created_at")
                                .instant()
                                .filter(at -> at.isBefore(receivedAt))
                                .orElse(receivedAt),
                        receivedAt,
                        Optional.empty()));
    }

    private static String text(Json report) {
        var text = new StringBuilder(report.at("comment").textOr("").strip());
        var target = StatusItem.author(report.at("target_account", "account")).handle();
        text.append(text.isEmpty() ? "" : "\n\n").append('@').append(target);
        text.append(" (").append(report.at("category").textOr("other")).append(')');
        for (var status : report.at("statuses").items()) {
            text.append("\n\n").append(StatusItem.text(status));
        }
        return text.toString();
    }
}
