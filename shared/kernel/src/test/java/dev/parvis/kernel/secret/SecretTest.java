package dev.parvis.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretTest {
    private final ManualClock clock = ManualClock.at("2026-11-21T04:30:00Z");
    private final SignedToken tokens = new SignedToken(new Secret("a key of some length"), clock);

    @Test
    void a_secret_shows_itself_only_when_asked() {
        var secret = new Secret("hunter2");

        assertThat(secret.toString()).isEqualTo("***");
        assertThat(String.valueOf(java.util.List.of(secret))).doesNotContain("hunter2");
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret)
                .isEqualTo(new Secret("hunter2"))
                .isNotEqualTo(new Secret("hunter3"))
                .hasSameHashCodeAs(new Secret("hunter3"));
        assertThatThrownBy(() -> new Secret("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org",
                "jean-luc.o'neil+parvis@sub.example.co.uk",
                "élodie@exämple.fr",
                "a@xn--exmple-cua.fr",
                "1234567890123456789012345678901234567890123456789012345678901234@example.org"
            })
    void addresses_in_use_are_accepted(String text) {
        assertThat(Email.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@",
                "a@b",
                "a@@example.org",
                "a@b@example.org",
                "a b@example.org",
                "a@example.org\r\nBcc: x@example.org",
                "a\n@example.org",
                "a@example.org\n",
                "\"a b\"@example.org",
                "a@exam ple.org",
                "a@-example.org",
                "a@example-.org",
                "a@example..org",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "a@[127.0.0.1]",
                "<a@example.org>",
                "a@example.org,b@example.org",
                "a@example.org;",
                "a\u0000@example.org",
                "12345678901234567890123456789012345678901234567890123456789012345@example.org",
                "a@example.org ",
                "a\u2028@example.org"
            })
    void what_could_split_a_header_or_is_no_address_is_refused(String text) {
        assertThat(Email.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Email(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("example");
    }

    @Test
    void an_address_is_masked_and_its_domain_in_lower_case() {
        var email = new Email("Marie.Curie@Example.ORG");

        assertThat(email.toString()).isEqualTo("M***@example.org");
        assertThat(email.reveal()).isEqualTo("Marie.Curie@example.org");
        assertThat("x@" + "a".repeat(63) + ".org")
                .satisfies(text -> assertThat(Email.parse(text)).isPresent());
        assertThat(Email.parse("x@" + "a".repeat(64) + ".org")).isEmpty();
        assertThat(Email.parse("x@" + "a.".repeat(127) + "org")).isEmpty();
    }

    @Test
    void codes_agree_with_rfc_4231_and_the_published_examples() {
        var jefe = new Hmac("Jefe".getBytes(StandardCharsets.UTF_8));
        var github = Hmac.of(new Secret("It's a Secret to Everybody"));

        assertThat(jefe.hex(bytes("what do ya want "), bytes("for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(github.hex(bytes("Hello, World!")))
                .isEqualTo("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_code_matches_itself_and_nothing_malformed() {
        var hmac = Hmac.of(new Secret("key"));
        var body = bytes("body");

        assertThat(hmac.matchesHex(hmac.hex(body), body)).isTrue();
        assertThat(hmac.matchesHex(hmac.hex(body).toUpperCase(java.util.Locale.ROOT), body))
                .isTrue();
        assertThat(hmac.matchesBase64(hmac.base64(body), body)).isTrue();
        for (var wrong : new String[] {
            "", "zz", "abc", hmac.hex(body).substring(2), hmac.hex(bytes("other")), hmac.hex(body) + "00", "é"
        }) {
            assertThat(hmac.matchesHex(wrong, body)).as(wrong).isFalse();
            assertThat(hmac.matchesBase64(wrong, body)).as(wrong).isFalse();
        }
        assertThat(Hmac.same("abc", "abc")).isTrue();
        assertThat(Hmac.same("abc", "abd")).isFalse();
        assertThatThrownBy(() -> new Hmac(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_token_opens_for_its_purpose_until_it_ends() {
        var expires = clock.instant().plus(Duration.ofMinutes(1));
        var token = tokens.issue("report", "W1:R2:é", expires);

        assertThat(tokens.open("report", token)).isEqualTo(new Opened.Valid("W1:R2:é", expires));
        assertThat(tokens.open("cursor", token)).isEqualTo(new Opened.Forged());
        assertThat(new SignedToken(new Secret("another key"), clock).open("report", token))
                .isEqualTo(new Opened.Forged());
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.open("report", token)).isEqualTo(new Opened.Expired(expires));
    }

    @Test
    void a_token_changed_anywhere_is_forged() {
        var token = tokens.issue("report", "payload", clock.instant().plusSeconds(60));
        var random = new Random(8);
        for (var i = 0; i < 5000; i++) {
            var at = random.nextInt(token.length());
            var changed = token.substring(0, at) + (char) (33 + random.nextInt(90)) + token.substring(at + 1);
            if (!sameBytes(changed, token)) {
                assertThat(tokens.open("report", changed)).as(changed).isEqualTo(new Opened.Forged());
            }
        }
        for (var text : new String[] {
            "",
            ".",
            "a.b",
            token.substring(1),
            token + "A",
            token.replace(".", ""),
            "x".repeat(9999),
            "." + token,
            "é.é"
        }) {
            assertThat(tokens.open("report", text)).as(text).isEqualTo(new Opened.Forged());
        }
    }

    @Test
    void moving_a_letter_between_purpose_and_payload_does_not_keep_the_signature() {
        var token = tokens.issue("ab", "", clock.instant().plusSeconds(60));

        assertThat(tokens.open("a", token)).isEqualTo(new Opened.Forged());
        assertThat(tokens.open("abc", token)).isEqualTo(new Opened.Forged());
    }

    /** The last digit of unpadded base64 has unused bits: another digit there may spell the same bytes. */
    private static boolean sameBytes(String one, String other) {
        try {
            var a = one.split("\\.", -1);
            var b = other.split("\\.", -1);
            var decoder = Base64.getUrlDecoder();
            return a.length == 2
                    && java.util.Arrays.equals(decoder.decode(a[0]), decoder.decode(b[0]))
                    && java.util.Arrays.equals(decoder.decode(a[1]), decoder.decode(b[1]));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
