package dev.parvis.networks.slack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.domain.networks.ReceivesWebhooks.Verdict;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** The vectors are those of the reference: A was published by Slack, B and C were made with its scheme. */
class SlackEventsTest {
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Instant SENT = Instant.ofEpochSecond(1_700_000_000);
    private static final String MESSAGE =
            "{\"token\":\"x\",\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"event\":{\"type\":\"message\",\"channel\":\"C1\","
                    + "\"user\":\"U1\",\"text\":\"héllo 👋\",\"ts\":\"1700000000.000100\"},\"type\":\"event_callback\","
                    + "\"event_id\":\"Ev1\",\"event_time\":1700000000}";
    private static final String MESSAGE_SIGNATURE =
            "v0=62952bda761134d41517406479d363c51699a930ee6e6e17872f96145c6be8eb";
    private static final String HANDSHAKE = "{\"token\":\"x\",\"challenge\":"
            + "\"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P\",\"type\":\"url_verification\"}";
    private static final String HANDSHAKE_SIGNATURE =
            "v0=3ad6f2681f0ee520f1c44e2c49b45fb05544081dd06bc19c6cb0144b1f14fd85";

    @Test
    void a_signed_message_becomes_an_item_keyed_by_team_channel_and_stamp() {
        var verdict = receive(SENT, SENT, MESSAGE_SIGNATURE, MESSAGE);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.deliveryId()).isEqualTo("Ev1");
            assertThat(accepted.items()).singleElement().satisfies(item -> {
                assertThat(item.key().nativeId()).isEqualTo("T1/C1/1700000000.000100");
                assertThat(item.text()).isEqualTo("héllo 👋");
                assertThat(item.author().nativeId()).isEqualTo("U1");
            });
        });
    }

    @Test
    void the_handshake_is_answered_with_its_challenge() {
        var verdict = receive(SENT, SENT, HANDSHAKE_SIGNATURE, HANDSHAKE);

        assertThat(verdict)
                .isEqualTo(new Verdict.Challenge("text/plain", "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"));
    }

    @Test
    void a_handshake_that_is_not_signed_is_not_answered() {
        var verdict = receive(SENT, SENT, MESSAGE_SIGNATURE, HANDSHAKE);

        assertThat(verdict).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void a_signature_is_refused_more_than_five_minutes_from_our_clock_on_either_side() {
        assertThat(receive(SENT.plusSeconds(300), SENT, MESSAGE_SIGNATURE, MESSAGE))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(receive(SENT.plusSeconds(301), SENT, MESSAGE_SIGNATURE, MESSAGE))
                .isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SENT.minusSeconds(301), SENT, MESSAGE_SIGNATURE, MESSAGE))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void an_altered_body_a_missing_header_and_a_malformed_signature_are_forged() {
        assertThat(receive(SENT, SENT, MESSAGE_SIGNATURE, MESSAGE + " ")).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SENT, SENT, "", MESSAGE)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SENT, SENT, "v0=zz", MESSAGE)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SENT, SENT, MESSAGE_SIGNATURE.substring(3), MESSAGE)).isInstanceOf(Verdict.Forged.class);
    }

    private static Verdict receive(Instant now, Instant sent, String signature, String body) {
        var headers = Map.of(
                "x-slack-request-timestamp", Long.toString(sent.getEpochSecond()), "x-slack-signature", signature);
        return new SlackEvents(InstantSource.fixed(now))
                .receive(connection(), new Raw(headers, body.getBytes(StandardCharsets.UTF_8), now));
    }

    private static Connection connection() {
        var channel = new Channel(
                new WorkspaceId("w"),
                new ChannelId("c"),
                new BrandId("b"),
                Slack.ID,
                URI.create("https://slack.com/api/"),
                "T1",
                "T1",
                ChannelState.CONNECTED,
                "",
                SENT,
                1);
        return new Connection(channel, new Credential(Map.of(Slack.SECRET, SECRET)));
    }
}
