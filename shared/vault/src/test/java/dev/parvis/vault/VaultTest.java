package dev.parvis.vault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.ssm.LocalParameters;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.SignedToken.Opened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z"));
    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    @Test
    void the_master_key_is_read_from_its_parameter_once(@TempDir Path folder) {
        try (var parameters = LocalParameters.start(folder.resolve("parameters"), CLOCK, Listen.anywhere())) {
            parameters.putIfAbsent("/parvis/master-key", KEY);
            var sealer = sealer(
                    "ssm:/parvis/master-key",
                    "AWS_ENDPOINT_URL_SSM",
                    parameters.endpoint().toString());

            var sealed = sealer.seal(SECRET, "channel");
            parameters.close();

            assertThat(sealer.open(sealed, "channel")).isEqualTo(SECRET);
        }
    }

    @Test
    void a_missing_parameter_is_a_fault_that_names_it(@TempDir Path folder) {
        try (var parameters = LocalParameters.start(folder.resolve("parameters"), CLOCK, Listen.anywhere())) {
            var sealer = sealer(
                    "ssm:/parvis/none",
                    "AWS_ENDPOINT_URL_SSM",
                    parameters.endpoint().toString());

            assertThatThrownBy(() -> sealer.seal(SECRET, "x")).hasMessageContaining("ParameterNotFound");
        }
    }

    /** A stand-in that wraps by reversing bytes: what is tested is our envelope and the context we send. */
    @Test
    void a_customer_key_wraps_a_data_key_for_the_channel_alone() throws IOException {
        var contexts = new ArrayList<String>();
        var kms = kms(contexts);
        try {
            var url = "http://127.0.0.1:" + kms.getAddress().getPort();
            var sealer = sealer("kms:arn:aws:kms:eu-west-3:1:key/k", "AWS_ENDPOINT_URL_KMS", url);

            var sealed = sealer.seal(SECRET, "channel");
            var fresh = sealer("kms:arn:aws:kms:eu-west-3:1:key/k", "AWS_ENDPOINT_URL_KMS", url);

            assertThat(fresh.open(sealed, "channel")).isEqualTo(SECRET);
            assertThat(contexts).containsExactly("channel", "channel");
            assertThatThrownBy(() -> fresh.open(sealed, "another")).isInstanceOf(IllegalStateException.class);
        } finally {
            kms.stop(0);
        }
    }

    @Test
    void a_token_opens_for_its_purpose_until_it_ends() {
        var sealer = new AesSealer(() -> new byte[32], new java.security.SecureRandom());
        var tokens = new SealedTokens(sealer, CLOCK);
        var token = tokens.issue("cursor", "here", CLOCK.instant().plusSeconds(1));
        var ended = tokens.issue("cursor", "here", CLOCK.instant());

        assertThat(tokens.open("cursor", token))
                .isInstanceOfSatisfying(
                        Opened.Valid.class, valid -> assertThat(valid.payload()).isEqualTo("here"));
        assertThat(tokens.open("report", token)).isInstanceOf(Opened.Forged.class);
        assertThat(tokens.open("cursor", ended)).isInstanceOf(Opened.Expired.class);
        for (var garbage : List.of("", "%", "AAAA", token.substring(1), token + "A", "x".repeat(9000))) {
            assertThat(tokens.open("cursor", garbage)).isInstanceOf(Opened.Forged.class);
        }
    }

    private static HttpServer kms(List<String> contexts) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var asked = Json.parse(exchange.getRequestBody().readAllBytes());
            var context = asked.at("EncryptionContext", "sealedFor").textOr("");
            contexts.add(context);
            var generate = exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith("GenerateDataKey");
            var wrapped = generate
                    ? KEY + "|" + context
                    : new String(
                            Base64.getDecoder()
                                    .decode(asked.at("CiphertextBlob").textOr("")),
                            StandardCharsets.UTF_8);
            var right = wrapped.endsWith("|" + context);
            var answer = right
                    ? Json.obj(
                            "Plaintext",
                            KEY,
                            "CiphertextBlob",
                            Base64.getEncoder().encodeToString(wrapped.getBytes(StandardCharsets.UTF_8)))
                    : Json.obj("__type", "InvalidCiphertextException");
            exchange.sendResponseHeaders(right ? 200 : 400, answer.bytes().length);
            exchange.getResponseBody().write(answer.bytes());
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Sealer sealer(String masterKey, String endpointKey, String endpoint) {
        var config = Config.fromEnv(Map.of(
                "AWS_REGION",
                "eu-west-3",
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "PARVIS_MASTER_KEY",
                masterKey,
                endpointKey,
                endpoint));
        return Vault.from(AwsEnvironment.from(config), config);
    }
}
