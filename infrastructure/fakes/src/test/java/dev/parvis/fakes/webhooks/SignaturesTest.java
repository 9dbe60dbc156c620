package dev.parvis.fakes.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.parvis.fakes.http.Headers;
import dev.parvis.fakes.mastodon.MastodonWebhooks;
import dev.parvis.fakes.slack.SlackEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** Vectors of the reference pages: Standard Webhooks, Slack and Mastodon. */
class SignaturesTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final URI TO = URI.create("http://127.0.0.1:1/hook");

    @Test
    void standard_webhooks_signs_as_published() {
        var scheme = new StandardWebhooks(SECRET);

        assertThat(scheme.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", at(1614265330), utf8("{\"test\": 2432232314}")))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(
                        scheme.signature(
                                "msg_utf8",
                                at(1768471200),
                                utf8(
                                        "{\"type\":\"comment.created\",\"timestamp\":\"2026-01-15T10:00:00Z\",\"data\":{\"text\":\"café 😀\"}}")))
                .isEqualTo("v1,ikGQbmo/sijJnYvaBwZVbKQJnGl6hM/belwF5ynI3UA=");
    }

    @Test
    void a_rotation_signs_with_both_secrets_and_either_believes() {
        byte[] body = utf8("{\"test\": 2432232314}");
        var both = new StandardWebhooks("whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", SECRET);

        Delivery delivery = both.delivery(TO, "msg_p5jXN8AQM9LWM0D4loKWxJek", at(1614265330), body);

        assertThat(delivery.headers().first("webhook-signature"))
                .contains(
                        "v1,d8asl+kiM8rGYv5f96CWaB7DltT12R+GlcKk/tAeKa8= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(new StandardWebhooks(SECRET).verifies(delivery.headers(), body, at(1614265330)))
                .isTrue();
    }

    @Test
    void verification_refuses_other_bytes_other_times_and_other_forms() {
        var scheme = new StandardWebhooks(SECRET);
        byte[] body = utf8("{}");
        Headers good = scheme.delivery(TO, "msg_1", at(1000), body).headers();

        assertThat(scheme.verifies(good, body, at(1300))).isTrue();
        assertThat(scheme.verifies(good, body, at(1301))).isFalse();
        assertThat(scheme.verifies(good, body, at(699))).isFalse();
        assertThat(scheme.verifies(good, utf8("{}\n"), at(1000))).isFalse();
        assertThat(scheme.verifies(Headers.NONE, body, at(1000))).isFalse();
        assertThat(scheme.verifies(
                        Headers.of("webhook-id", "msg_1", "webhook-timestamp", "abc", "webhook-signature", "v1,x"),
                        body,
                        at(1000)))
                .isFalse();
    }

    @Test
    void slack_signs_as_published() {
        String form = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(SlackEvents.signature("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, utf8(form)))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
        Delivery challenge = new SlackEvents(TO, "8f742231b10e8888abcd99yyyzzz85a5")
                .challenge("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", at(1700000000));
        assertThat(challenge.headers().first("X-Slack-Signature"))
                .contains("v0=3ad6f2681f0ee520f1c44e2c49b45fb05544081dd06bc19c6cb0144b1f14fd85");
    }

    @Test
    void a_slack_retry_is_the_same_body_signed_anew_and_numbered() {
        var slack = new SlackEvents(TO, "secret");
        Delivery first = slack.message("Ev1", "C1", "U1", "héllo 👋", at(1700000000));

        Delivery retry = slack.retry(first, 1, "http_timeout", at(1700000060));

        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(retry.headers().first("X-Slack-Retry-Num")).contains("1");
        assertThat(retry.headers().first("X-Slack-Signature"))
                .isNotEqualTo(first.headers().first("X-Slack-Signature"));
    }

    @Test
    void mastodon_signs_the_body_with_the_secrets_text_as_key() {
        byte[] body = utf8(
                "{\"event\":\"report.created\",\"created_at\":\"2026-01-15T10:00:00.000Z\",\"object\":{\"id\":\"42\","
                        + "\"action_taken\":false,\"category\":\"spam\",\"comment\":\"café 😀\"}}");

        Delivery delivery =
                new MastodonWebhooks(TO, "0123456789abcdef0123456789abcdef01234567").delivery(body, at(1768471200));

        assertThat(body).hasSize(149);
        assertThat(delivery.headers().first("X-Hub-Signature"))
                .contains("sha256=1140228bea429e04d5e290b82edfb975151a32abff8d1c87e45fb6fe7d269829");
        assertThat(delivery.headers().first("Digest")).contains("SHA-256=lsrWG/wYOceQDO1ZPThlBGyFyHB1xp4phhD6bSRmV4c=");
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
