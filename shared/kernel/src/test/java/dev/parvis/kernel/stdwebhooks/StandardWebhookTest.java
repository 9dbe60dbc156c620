package dev.parvis.kernel.stdwebhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook.Verdict;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Vectors A to D: the project's published tests and our reference on generic webhooks. */
class StandardWebhookTest {
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Secret SECOND = new Secret("whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
    private static final String A = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY_A = bytes("{\"test\": 2432232314}");
    private static final String SIGNATURE_A = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String SECOND_SIGNATURE_A = "v1,d8asl+kiM8rGYv5f96CWaB7DltT12R+GlcKk/tAeKa8=";

    private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(1614265330));
    private final StandardWebhook webhook = new StandardWebhook(List.of(SECRET), clock);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msg_p5jXN8AQM9LWM0D4loKWxJek|1614265330|{\"test\": 2432232314}|v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W|1674087231|{\"type\":\"contact.created\",\"timestamp\":\"2022-11-03T20:26:10.344522Z\",\"data\":{\"id\":\"1f81eb52-5198-4599-803e-771906343485\"}}|v1,ARw42xaAApl/nxRo+iPGYwSaMQaOwMo2eyH5JBRA+bQ=",
                "msg_utf8|1768471200|{\"type\":\"comment.created\",\"timestamp\":\"2026-01-15T10:00:00Z\",\"data\":{\"text\":\"café 😀\"}}|v1,ikGQbmo/sijJnYvaBwZVbKQJnGl6hM/belwF5ynI3UA="
            })
    void the_vectors_are_signed_and_verified(String id, long seconds, String body, String signature) {
        clock.set(Instant.ofEpochSecond(seconds));

        var headers = webhook.sign(id, bytes(body));

        assertThat(headers)
                .containsExactly(
                        Map.entry("webhook-id", id),
                        Map.entry("webhook-timestamp", Long.toString(seconds)),
                        Map.entry("webhook-signature", signature));
        assertThat(webhook.verify(headers, bytes(body)))
                .isEqualTo(new Verdict.Genuine(id, Instant.ofEpochSecond(seconds)));
    }

    @Test
    void during_a_rotation_both_secrets_sign_and_either_verifies() {
        var rotating = new StandardWebhook(List.of(SECOND, SECRET), clock);

        var headers = rotating.sign(A, BODY_A);

        assertThat(headers.get("webhook-signature")).isEqualTo(SECOND_SIGNATURE_A + " " + SIGNATURE_A);
        assertThat(webhook.verify(headers, BODY_A)).isInstanceOf(Verdict.Genuine.class);
        assertThat(new StandardWebhook(List.of(SECOND), clock).verify(headers, BODY_A))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(rotating.verify(webhook.sign(A, BODY_A), BODY_A)).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE-OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,",
                "v1",
                ",",
                "v1,AAAA",
                "v1,not base64",
                "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,9WMPN5fBW9vm1uGlvFzBO4lpdfFKN4AQCSr2vrWsFuOibXSOTWlcWrPRSWk+YpmD9fAwgYREKtLcYCyZrvXFBw=="
            })
    void a_signature_that_is_not_ours_is_wrong_and_nothing_worse(String signature) {
        assertThat(webhook.verify(headers(A, "1614265330", signature), BODY_A)).isEqualTo(new Verdict.WrongSignature());
    }

    @Test
    void unknown_versions_and_broken_entries_beside_a_good_one_are_skipped() {
        var header = "v1a,xx v9,zz v1,!!! junk " + SIGNATURE_A;

        assertThat(webhook.verify(headers(A, "1614265330", header), BODY_A)).isInstanceOf(Verdict.Genuine.class);
        assertThat(webhook.verify(headers(A, "1614265330", "v1,AAAA ".repeat(1000) + SIGNATURE_A), BODY_A))
                .isEqualTo(new Verdict.WrongSignature());
    }

    @Test
    void a_changed_body_id_or_timestamp_is_noticed() {
        assertThat(webhook.verify(headers(A, "1614265330", SIGNATURE_A), bytes("{\"test\": 2432232314}\n")))
                .isEqualTo(new Verdict.WrongSignature());
        assertThat(webhook.verify(headers(A + "x", "1614265330", SIGNATURE_A), BODY_A))
                .isEqualTo(new Verdict.WrongSignature());
        assertThat(webhook.verify(headers(A, "1614265331", SIGNATURE_A), BODY_A))
                .isEqualTo(new Verdict.WrongSignature());
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "300, true", "-301, false", "301, false"})
    void five_minutes_either_way_are_tolerated(long drift, boolean genuine) {
        var headers = webhook.sign(A, BODY_A);
        clock.set(Instant.ofEpochSecond(1614265330 + drift));

        assertThat(webhook.verify(headers, BODY_A) instanceof Verdict.Genuine).isEqualTo(genuine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "1614265330.5", "-1614265330", "+1614265330", "16142653301614265330", "１６１４２６５３３０", "1e9"
            })
    void a_timestamp_that_is_no_number_is_outside_the_window(String timestamp) {
        assertThat(webhook.verify(headers(A, timestamp, SIGNATURE_A), BODY_A)).isEqualTo(new Verdict.OutsideWindow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void a_header_that_is_missing_or_empty_is_named(String name) {
        var headers = new HashMap<>(headers(A, "1614265330", SIGNATURE_A));
        headers.put(name, " ");

        assertThat(webhook.verify(headers, BODY_A)).isEqualTo(new Verdict.MissingHeader(name));
        headers.remove(name);
        assertThat(webhook.verify(headers, BODY_A)).isEqualTo(new Verdict.MissingHeader(name));
    }

    @Test
    void a_secret_used_without_decoding_does_not_verify() {
        var raw = new dev.parvis.kernel.secret.Hmac(SECRET.bytes()).base64(bytes(A + ".1614265330."), BODY_A);

        assertThat(webhook.verify(headers(A, "1614265330", "v1," + raw), BODY_A))
                .isEqualTo(new Verdict.WrongSignature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_!!!!", "whsec_c2hvcnQ=", "short"})
    void a_malformed_secret_is_refused_without_being_repeated(String secret) {
        assertThatThrownBy(() -> new StandardWebhook(List.of(new Secret(secret)), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(secret.substring(6 % secret.length()).isEmpty() ? "\u0000" : secret);
        assertThatThrownBy(() -> new StandardWebhook(List.of(), clock)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_with_a_dot_is_never_sent() {
        assertThatThrownBy(() -> webhook.sign("a.b", BODY_A)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> webhook.sign("", BODY_A)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> headers(String id, String timestamp, String signature) {
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
