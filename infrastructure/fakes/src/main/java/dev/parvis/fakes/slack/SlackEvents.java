package dev.parvis.fakes.slack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Headers;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.webhooks.Delivery;
import dev.parvis.fakes.webhooks.Hmac;

/** Makes deliveries as Slack does. https://docs.slack.dev/authentication/verifying-requests-from-slack */
public final class SlackEvents {
    private final URI to;
    private final String signingSecret;

    public SlackEvents(URI to, String signingSecret) {
        this.to = to;
        this.signingSecret = signingSecret;
    }

    /** The value of {@code X-Slack-Signature}. */
    public static String signature(String signingSecret, long timestamp, byte[] body) {
        return "v0=" + Hmac.hex(signingSecret, ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8), body);
    }

    public Delivery challenge(String challenge, Instant at) {
        return delivery(Json.bytes(Json.object("token", "x", "challenge", challenge, "type", "url_verification")), at);
    }

    /** A message in a channel, as {@code event_callback}; {@code eventId} is what a receiver tells repeats by. */
    public Delivery message(String eventId, String channel, String user, String text, Instant at) {
        String ts = at.getEpochSecond() + ".000100";
        return event(
                eventId,
                Json.object(
                        "type", "message",
                        "channel", channel,
                        "channel_type", "channel",
                        "user", user,
                        "text", text,
                        "ts", ts,
                        "event_ts", ts),
                at);
    }

    public Delivery event(String eventId, Map<String, @Nullable Object> event, Instant at) {
        return delivery(
                Json.bytes(Json.object(
                        "token",
                        "x",
                        "team_id",
                        "T1",
                        "api_app_id",
                        "A1",
                        "event",
                        event,
                        "type",
                        "event_callback",
                        "event_id",
                        eventId,
                        "event_time",
                        at.getEpochSecond(),
                        "authorizations",
                        List.of(Json.object("team_id", "T1", "user_id", "U0BOT", "is_bot", true)))),
                at);
    }

    /** The same event once more, signed anew: retry 1 to 3. */
    public Delivery retry(Delivery first, int number, String reason, Instant at) {
        return delivery(first.body(), at)
                .with("X-Slack-Retry-Num", String.valueOf(number))
                .with("X-Slack-Retry-Reason", reason);
    }

    /** Any body, such as a form of an interaction, signed. */
    public Delivery delivery(byte[] body, Instant at) {
        return new Delivery(
                to,
                Headers.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Slackbot 1.0 (+https://api.slack.com/robots)",
                        "X-Slack-Request-Timestamp",
                        String.valueOf(at.getEpochSecond()),
                        "X-Slack-Signature",
                        signature(signingSecret, at.getEpochSecond(), body)),
                body);
    }
}
