package dev.parvis.networks.standard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.domain.networks.ReceivesWebhooks.Verdict;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

import static org.assertj.core.api.Assertions.assertThat;

class StandardDeliveriesTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String COMMENT = "{\"type\":\"comment.created\",\"timestamp\":\"2026-01-15T09:59:58Z\","
            + "\"data\":{\"id\":\"42\",\"text\":\"Très déçue 😀\",\"author\":{\"id\":\"7\",\"name\":\"Zoé\"},"
            + "\"url\":\"https://example.com/c/42\"}}";

    @Test
    void the_published_vector_is_genuine_and_brings_no_item() {
        var headers = Map.of(
                "webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W",
                "webhook-timestamp", "1674087231",
                "webhook-signature", "v1,ARw42xaAApl/nxRo+iPGYwSaMQaOwMo2eyH5JBRA+bQ=");
        var body = "{\"type\":\"contact.created\",\"timestamp\":\"2022-11-03T20:26:10.344522Z\","
                + "\"data\":{\"id\":\"1f81eb52-5198-4599-803e-771906343485\"}}";
        var at = Instant.ofEpochSecond(1_674_087_231);

        var verdict = new StandardDeliveries(InstantSource.fixed(at)).receive(connection(), raw(headers, body, at));

        assertThat(verdict).isEqualTo(new Verdict.Accepted("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", List.of()));
    }

    @Test
    void a_comment_becomes_an_item_of_its_channel() {
        var verdict = receive(COMMENT);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.key().nativeId()).isEqualTo("c/42");
                    assertThat(item.text()).isEqualTo("Très déçue 😀");
                    assertThat(item.author().name()).isEqualTo("Zoé");
                    assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-01-15T09:59:58Z"));
                }));
    }

    @Test
    void a_time_in_the_future_is_not_believed() {
        var verdict = receive(COMMENT.replace("2026-01-15T09:59:58Z", "2036-01-15T09:59:58Z"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(
                        accepted.items().getFirst().publishedAt())
                .isEqualTo(NOW));
    }

    @Test
    void what_is_signed_but_unreadable_is_said_to_be_so() {
        assertThat(receive("not json")).isInstanceOf(Verdict.Unreadable.class);
        assertThat(receive("{}")).isInstanceOf(Verdict.Unreadable.class);
        assertThat(receive("{\"type\":\"comment.created\",\"data\":{\"id\":7}}"))
                .isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void a_wrong_signature_is_forged_whatever_the_body_holds() {
        var headers = new HashMap<>(signed(COMMENT));
        headers.put("webhook-signature", "v1,AAAA");

        assertThat(new StandardDeliveries(CLOCK).receive(connection(), raw(headers, COMMENT, NOW)))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void connecting_asks_for_a_name_and_a_well_formed_secret() {
        var connects = new StandardConnects(CLOCK);

        assertThat(connects.connect(Map.of("name", "Blog", "secret", SECRET))).isInstanceOf(Connecting.Connected.class);
        assertThat(connects.connect(Map.of("name", "Blog", "secret", "whsec_short")))
                .isInstanceOfSatisfying(Connecting.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("secret"));
        assertThat(connects.connect(Map.of("name", "  ", "secret", SECRET)))
                .isInstanceOfSatisfying(Connecting.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("name"));
    }

    private static Verdict receive(String body) {
        return new StandardDeliveries(CLOCK).receive(connection(), raw(signed(body), body, NOW));
    }

    private static Map<String, String> signed(String body) {
        return new StandardWebhook(List.of(new Secret(SECRET)), CLOCK)
                .sign("msg_1", body.getBytes(StandardCharsets.UTF_8));
    }

    private static Raw raw(Map<String, String> headers, String body, Instant at) {
        return new Raw(headers, body.getBytes(StandardCharsets.UTF_8), at);
    }

    private static Connection connection() {
        var channel = new Channel(
                new WorkspaceId("w"),
                new ChannelId("c"),
                new BrandId("b"),
                StandardNetwork.ID,
                URI.create("urn:parvis:webhook"),
                "Blog",
                "Blog",
                ChannelState.CONNECTED,
                "",
                NOW,
                1);
        return new Connection(channel, new Credential(Map.of(StandardNetwork.SECRET, SECRET)));
    }
}
