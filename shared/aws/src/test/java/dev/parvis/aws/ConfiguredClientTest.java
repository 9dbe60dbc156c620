package dev.parvis.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real client, configured by us, against a server that writes down what it is sent. */
class ConfiguredClientTest {
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private final CountDownLatch hold = new CountDownLatch(1);
    private boolean silent;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        hold.countDown();
        server.stop(0);
    }

    @Test
    void calls_go_to_the_endpoint_signed_for_the_region_with_the_key() {
        try (var client = client(Duration.ofSeconds(20))) {
            assertThat(client.listTables().tableNames()).containsExactly("parvis");
        }

        assertThat(authorizations)
                .singleElement()
                .asString()
                .contains("Credential=test-id/", "/eu-west-3/dynamodb/aws4_request");
    }

    @Test
    void three_attempts_are_made_and_no_more() {
        status = 500;
        try (var client = client(Duration.ofSeconds(20))) {
            assertThatThrownBy(client::listTables).isInstanceOf(DynamoDbException.class);
        }

        assertThat(authorizations).hasSize(3);
    }

    @Test
    void a_call_ends_at_its_total_time_out() {
        silent = true;
        try (var client = client(Duration.ofMillis(300))) {
            assertThatThrownBy(client::listTables).isInstanceOf(ApiCallTimeoutException.class);
        }
    }

    @Test
    void profile_files_are_never_read(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("config"), "[default]\nregion = nowhere-1\nuse_fips_endpoint = true\n");
        System.setProperty("aws.configFile", file.toString());
        System.setProperty("aws.sharedCredentialsFile", file.toString());
        try (var client = client(Duration.ofSeconds(20))) {
            assertThat(client.listTables().tableNames()).containsExactly("parvis");
        } finally {
            System.clearProperty("aws.configFile");
            System.clearProperty("aws.sharedCredentialsFile");
        }
    }

    private DynamoDbClient client(Duration call) {
        var aws = AwsEnvironment.from(Config.fromEnv(Map.of(
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "test-id",
                "AWS_SECRET_ACCESS_KEY", "test-secret",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort())));
        return aws.configure(DynamoDbClient.builder(), AwsService.DYNAMODB, call)
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        if (silent) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        var body = (status == 200 ? "{\"TableNames\":[\"parvis\"]}" : "{\"__type\":\"InternalServerError\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
