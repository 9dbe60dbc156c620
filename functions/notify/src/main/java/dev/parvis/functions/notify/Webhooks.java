package dev.parvis.functions.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;

import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.functions.notify.Deliverer.Delivered;
import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.CallFailed;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;
import dev.parvis.kernel.time.Times;

/**
 * Sends an event to an endpoint: {@code {"type","timestamp","data"}}, signed at each try (by a secret
 * that was changed too, while it lasts), under an id that is the same
 * at every try. A 2xx is success; a redirect is a failure and is not followed; 410 means that nobody wants it any more.
 */
final class Webhooks {
    private static final Duration TIME_OUT = Duration.ofSeconds(15);
    private static final int GONE = 410;

    private final Outbound outbound;
    private final Sealer sealer;
    private final InstantSource clock;

    Webhooks(Outbound outbound, Sealer sealer, InstantSource clock) {
        this.outbound = outbound;
        this.sealer = sealer;
        this.clock = clock;
    }

    Delivered send(Event event, Endpoint endpoint) {
        var body = body(event).bytes();
        var call = Call.post(endpoint.url(), Payload.bytes(body, "application/json"))
                .within(TIME_OUT);
        for (var header : signed(event, endpoint, body).entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        try {
            return delivered(outbound.send(call));
        } catch (CallFailed.NotSent notSent) {
            return notSent(notSent.reason());
        } catch (CallFailed.MaybeSent maybeSent) {
            return new Delivered.Later("no answer: " + maybeSent.reason(), Duration.ZERO);
        }
    }

    private java.util.Map<String, String> signed(Event event, Endpoint endpoint, byte[] body) {
        var secrets = endpoint.signing(clock.instant()).stream()
                .map(each -> opened(endpoint, each))
                .toList();
        var webhook = new StandardWebhook(secrets, clock);
        return webhook.sign(
                "msg_" + Sha256.hex(event.id() + "\n" + endpoint.id()).substring(0, 32), body);
    }

    private Secret opened(Endpoint endpoint, String sealed) {
        var plain = sealer.open(
                Base64.getDecoder().decode(sealed), Endpoint.sealedFor(endpoint.workspace(), endpoint.id()));
        return new Secret(new String(plain, StandardCharsets.UTF_8));
    }

    private static Json body(Event event) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", event.id());
        data.put("workspace", event.workspace().value());
        data.putAll(event.detail());
        return Json.obj("type", event.type().wire(), "timestamp", Times.format(event.at()), "data", data);
    }

    private static Delivered delivered(Answer answer) {
        if (answer.isSuccess()) {
            return new Delivered.Arrived("status " + answer.status());
        }
        return answer.status() == GONE
                ? new Delivered.Undeliverable("status 410")
                : new Delivered.Later(
                        "status " + answer.status(), answer.retryAfter().orElse(Duration.ZERO));
    }

    /** What the guard refuses today may be right tomorrow (a name can move), so it is tried on the same schedule. */
    private static Delivered notSent(CallFailed.NotSent.Reason reason) {
        return new Delivered.Later("not sent: " + reason, Duration.ZERO);
    }
}
