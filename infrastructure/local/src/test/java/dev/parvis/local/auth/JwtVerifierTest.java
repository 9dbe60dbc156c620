package dev.parvis.local.auth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JwtVerifierTest {

    static final long NOW = 1_800_000_000;
    static final String RS = "SHA256withRSA";
    static final String ES = "SHA256withECDSAinP1363Format";
    static KeyPair rsa;
    static KeyPair ec;

    final ManualClock clock = ManualClock.at("2027-01-15T08:00:00Z");

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        var rsaKeys = KeyPairGenerator.getInstance("RSA");
        rsaKeys.initialize(2048);
        rsa = rsaKeys.generateKeyPair();
        var ecKeys = KeyPairGenerator.getInstance("EC");
        ecKeys.initialize(new ECGenParameterSpec("secp256r1"));
        ec = ecKeys.generateKeyPair();
    }

    @Test
    void a_good_token_is_accepted_with_its_claims_as_text() {
        Json claims = claims().with("groups", List.of("a", "b")).with("email_verified", true);

        Verdict verdict = verify(token("RS256", "rsa", claims, rsa.getPrivate(), RS));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.claims())
                .containsEntry("sub", "ana")
                .containsEntry("groups", "[a b]")
                .containsEntry("email_verified", "true")
                .containsEntry("exp", Long.toString(NOW + 60)));
    }

    @Test
    void an_elliptic_curve_token_is_accepted() {
        Verdict verdict = verify(token("ES256", "ec", claims(), ec.getPrivate(), ES));

        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void a_token_ends_with_its_second() {
        String token = token("RS256", "rsa", claims(), rsa.getPrivate(), RS);

        clock.advance(Duration.ofSeconds(59));
        Verdict before = verify(token);
        clock.advance(Duration.ofSeconds(1));
        Verdict after = verify(token);

        assertThat(before).isInstanceOf(Verdict.Accepted.class);
        assertThat(after).isEqualTo(new Verdict.Refused("the token has expired"));
    }

    @Test
    void another_issuer_audience_or_time_is_refused() {
        assertThat(refusal(claims().with("iss", "https://evil.example"))).contains("another issuer");
        assertThat(refusal(claims().with("aud", "somebody"))).contains("another audience");
        assertThat(refusal(claims().with("aud", Json.absent()))).contains("another audience");
        assertThat(refusal(claims().with("exp", Json.absent()))).contains("expired");
        assertThat(refusal(claims().with("exp", "soon"))).contains("expired");
        assertThat(refusal(claims().with("nbf", NOW + 1))).contains("not valid yet");
        assertThat(refusal(claims().with("iat", NOW + 1))).contains("not valid yet");
        assertThat(refusal(claims().with("nbf", "later"))).contains("not valid yet");
    }

    @Test
    void the_client_id_stands_in_for_a_missing_audience_only() {
        Json.Obj cognito = claims().with("aud", Json.absent()).with("client_id", "parvis");
        Json.Obj both = claims().with("aud", "other").with("client_id", "parvis");

        assertThat(verify(token("RS256", "rsa", cognito, rsa.getPrivate(), RS))).isInstanceOf(Verdict.Accepted.class);
        assertThat(refusal(both)).contains("another audience");
    }

    @Test
    void an_unsigned_token_is_refused() {
        String body = base64(claims().bytes());

        assertThat(verify(base64(Json.obj("alg", "none").bytes()) + "." + body + "."))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(base64(Json.obj("alg", "none", "kid", "rsa").bytes()) + "." + body + "."))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_key_is_used_with_its_own_algorithm_only() throws GeneralSecurityException {
        String signed = base64(Json.obj("alg", "HS256", "kid", "rsa").bytes()) + "." + base64(claims().bytes());
        var hmac = javax.crypto.Mac.getInstance("HmacSHA256");
        hmac.init(new javax.crypto.spec.SecretKeySpec(rsa.getPublic().getEncoded(), "HmacSHA256"));

        String confused = signed + "." + base64(hmac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));

        assertThat(verify(confused)).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(token("ES256", "rsa", claims(), rsa.getPrivate(), RS)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void another_key_or_a_changed_claim_is_refused() throws GeneralSecurityException {
        var other = KeyPairGenerator.getInstance("RSA");
        other.initialize(2048);
        String foreign = token("RS256", "rsa", claims(), other.generateKeyPair().getPrivate(), RS);
        String[] good = token("RS256", "rsa", claims(), rsa.getPrivate(), RS).split("\\.");

        String changed = good[0] + "." + base64(claims().with("sub", "eve").bytes()) + "." + good[2];

        assertThat(verify(foreign)).isEqualTo(new Verdict.Refused("the token's signature is not the issuer's"));
        assertThat(verify(changed)).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(token("RS256", "unknown", claims(), rsa.getPrivate(), RS)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer a",
                "Bearer a.b",
                "Bearer ..",
                "Bearer !.!.!",
                "Bearer e30.e30.e30",
                "Bearer W10.W10.x"
            })
    void what_is_no_token_is_refused(String header) {
        assertThat(verifier().verify(header)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void an_authorizer_without_audience_cannot_be_made() {
        assertThatThrownBy(() -> new JwtVerifier("https://issuer.example", List.of(), Map.of(), clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_local_issuer_s_tokens_outlive_a_restart_and_its_key_is_private(@TempDir Path folder) throws Exception {
        var issuer = LocalIssuer.in(folder, "http://localhost:3000/local/issuer", clock);
        String token = issuer.token("owner", "owner@example.org").reveal();

        var again = LocalIssuer.in(folder, "http://localhost:3000/local/issuer", clock);
        Verdict verdict = again.authorizer().verify("Bearer " + token);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.claims())
                .containsEntry("email", "owner@example.org")
                .containsEntry("sub", "owner"));
        assertThat(again.keys()).isEqualTo(issuer.keys());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer-key.pkcs8"))))
                .isEqualTo("rw-------");
    }

    private static Json.Obj claims() {
        return Json.obj(
                "iss", "https://issuer.example",
                "sub", "ana",
                "aud", "parvis",
                "iat", NOW,
                "exp", NOW + 60);
    }

    private String refusal(Json claims) {
        Verdict verdict = verify(token("RS256", "rsa", claims, rsa.getPrivate(), RS));
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).reason();
    }

    private Verdict verify(String token) {
        return verifier().verify("Bearer " + token);
    }

    private JwtVerifier verifier() {
        return new JwtVerifier(
                "https://issuer.example",
                List.of("parvis"),
                Map.<String, PublicKey>of("rsa", rsa.getPublic(), "ec", ec.getPublic()),
                clock);
    }

    private static String token(String algorithm, String keyId, Json claims, PrivateKey key, String jca) {
        try {
            String signed = base64(Json.obj("alg", algorithm, "kid", keyId).bytes()) + "." + base64(claims.bytes());
            var signature = Signature.getInstance(jca);
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
