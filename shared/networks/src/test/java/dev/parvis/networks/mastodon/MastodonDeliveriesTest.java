package dev.parvis.networks.mastodon;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.domain.networks.ReceivesWebhooks.Verdict;
import dev.parvis.kernel.secret.Hmac;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class MastodonDeliveriesTest {
    /** The vector of the reference, made with Python's hmac. */
    private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";

    private static final String BODY =
            "{\"event\":\"report.created\",\"created_at\":\"2026-01-15T10:00:00.000Z\",\"object\":"
                    + "{\"id\":\"42\",\"action_taken\":false,\"category\":\"spam\",\"comment\":\"café 😀\"}}";
    private static final String SIGNATURE = "sha256=1140228bea429e04d5e290b82edfb975151a32abff8d1c87e45fb6fe7d269829";
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:05Z");

    private final MastodonDeliveries deliveries = new MastodonDeliveries();
    private final Connection channel = channel(Map.of("accessToken", "t", "webhookSecret", SECRET));

    @Test
    void the_references_vector_is_accepted_and_read() {
        var accepted = (Verdict.Accepted) receive(SIGNATURE, BODY, NOW);

        assertThat(accepted.deliveryId()).startsWith("sha256:").hasSize(71);
        var report = accepted.items().getFirst();
        assertThat(report.kind()).isEqualTo(ItemKind.REPORT);
        assertThat(report.key().nativeId()).isEqualTo("https://example.social/reports/42");
        assertThat(report.text()).startsWith("café 😀");
        assertThat(report.url()).isEqualTo("https://example.social/admin/reports/42");
    }

    @Test
    void a_retry_has_the_same_identity_and_another_delivery_has_not() {
        var first = (Verdict.Accepted) receive(SIGNATURE, BODY, NOW);
        var retry = (Verdict.Accepted) receive(SIGNATURE, BODY, NOW.plus(Duration.ofDays(2)));
        var other = (Verdict.Accepted) signed(BODY.replace("\"42\"", "\"43\""), NOW);

        assertThat(retry.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(other.deliveryId()).isNotEqualTo(first.deliveryId());
    }

    @Test
    void whatever_is_not_signed_right_is_forged() {
        assertThat(receive("", BODY, NOW)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SIGNATURE.replace("sha256=", "sha1="), BODY, NOW)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive("sha256=4672acc550f93ea26747073e2bbf9ac1fb5a208e35c243939b3d9a474780029c", BODY, NOW))
                .isInstanceOf(Verdict.Forged.class);
        assertThat(receive("sha256=xyz", BODY, NOW)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SIGNATURE, BODY + "\n", NOW)).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SIGNATURE, BODY.replace("42", "43"), NOW)).isInstanceOf(Verdict.Forged.class);
        assertThat(deliveries.receive(channel(Map.of("accessToken", "t")), raw(SIGNATURE, BODY, NOW)))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void upper_case_hex_is_the_same_signature() {
        assertThat(receive("sha256=" + SIGNATURE.substring(7).toUpperCase(java.util.Locale.ROOT), BODY, NOW))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void a_replay_from_outside_the_window_is_forged_however_well_signed() {
        assertThat(receive(SIGNATURE, BODY, NOW.plus(Duration.ofDays(4)))).isInstanceOf(Verdict.Forged.class);
        assertThat(receive(SIGNATURE, BODY, NOW.minus(Duration.ofMinutes(11)))).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void a_report_tells_about_whom_and_what_and_leaves_addresses_out() {
        var body =
                "{\"event\":\"report.created\",\"created_at\":\"2026-01-15T10:00:00.000Z\",\"object\":{\"id\":\"8437\",\"category\":\"violation\","
                        + "\"comment\":\"\",\"created_at\":\"2026-01-15T09:59:00.000Z\",\"account\":{\"email\":\"b@example.com\",\"ip\":\"12.34.56.78\",\"account\":{\"id\":\"1\",\"acct\":\"bob\"}},"
                        + "\"target_account\":{\"email\":\"x@example.com\",\"account\":{\"acct\":\"cheese@other.example\"}},\"statuses\":[{\"id\":\"111\",\"content\":\"<p>du <b>spam</b></p>\"}]}}";

        var report = ((Verdict.Accepted) signed(body, NOW)).items().getFirst();

        assertThat(report.text()).isEqualTo("@cheese@other.example (violation)\n\ndu spam");
        assertThat(report.author().handle()).isEqualTo("bob");
        assertThat(report.toString()).doesNotContain("example.com").doesNotContain("12.34");
        assertThat(report.publishedAt()).isEqualTo(Instant.parse("2026-01-15T09:59:00Z"));
    }

    @Test
    void a_status_is_known_by_its_uri_and_an_account_is_no_item() {
        var status =
                "{\"event\":\"status.created\",\"created_at\":\"2026-01-15T10:00:00.000Z\",\"object\":{\"id\":\"9\",\"uri\":\"https://example.social/users/a/statuses/9\",\"content\":\"<p>oui</p>\"}}";
        var account =
                "{\"event\":\"account.approved\",\"created_at\":\"2026-01-15T10:00:00.000Z\",\"object\":{\"id\":\"9\"}}";

        assertThat(((Verdict.Accepted) signed(status, NOW))
                        .items()
                        .getFirst()
                        .key()
                        .nativeId())
                .isEqualTo("https://example.social/users/a/statuses/9");
        assertThat(((Verdict.Accepted) signed(account, NOW)).items()).isEmpty();
    }

    @Test
    void what_is_signed_and_makes_no_sense_is_kept_as_unreadable() {
        for (var body : new String[] {
            "",
            "not JSON",
            "[]",
            "{\"event\":\"report.created\"}",
            "{\"event\":\"report.created\",\"created_at\":\"2026-01-15T10:00:00.000Z\",\"object\":{}}"
        }) {
            assertThat(signed(body, NOW)).as(body).isInstanceOf(Verdict.Unreadable.class);
        }
    }

    private Verdict signed(String body, Instant at) {
        var hex = Hmac.of(new Secret(SECRET)).hex(body.getBytes(StandardCharsets.UTF_8));
        return receive("sha256=" + hex, body, at);
    }

    private Verdict receive(String signature, String body, Instant at) {
        return deliveries.receive(channel, raw(signature, body, at));
    }

    private static Raw raw(String signature, String body, Instant at) {
        Map<String, String> headers = signature.isEmpty() ? Map.of() : Map.of("x-hub-signature", signature);
        return new Raw(headers, body.getBytes(StandardCharsets.UTF_8), at);
    }

    private static Connection channel(Map<String, String> parts) {
        return Desk.connection(
                Mastodon.ID,
                new Connects.Connecting.Connected(
                        URI.create("https://example.social"),
                        "1",
                        "alice@example.social",
                        new Credential(parts),
                        Instant.MAX));
    }
}
