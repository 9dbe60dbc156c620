package dev.parvis.networks.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.ReceivesWebhooks;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

/** Verifies a sandbox's delivery by Standard Webhooks, and only then reads it. */
final class SandboxDeliveries implements ReceivesWebhooks {
    private static final Set<String> READ = Set.of("comment.created", "mention.created");

    private final InstantSource clock;

    SandboxDeliveries(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Verdict receive(Connection connection, Raw raw) {
        var secret = Pass.of(connection).webhookSecret();
        if (secret.isEmpty()) {
            return new Verdict.Forged("this channel was connected without a webhook secret");
        }
        return switch (new StandardWebhook(List.of(new Secret(secret.get())), clock)
                .verify(raw.headers(), raw.body())) {
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
        if (!READ.contains(type.get())) {
            return new Verdict.Accepted(id, List.of());
        }
        return SandboxItem.of(channel, body.at("data"), raw.receivedAt())
                .<Verdict>map(item -> new Verdict.Accepted(id, List.of(item)))
                .orElseGet(() -> new Verdict.Unreadable(id, "data is no item of this account"));
    }
}
