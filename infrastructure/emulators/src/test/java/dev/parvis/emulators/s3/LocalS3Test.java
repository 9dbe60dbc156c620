package dev.parvis.emulators.s3;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.template.BucketSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalS3Test {
    private static final BucketSpec VERSIONED = new BucketSpec("Bucket", true);

    @TempDir
    static Path folder;

    private static LocalS3 server;
    private static S3Client s3;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = LocalS3.start(folder, Listen.anywhere());
        server.createBucket(VERSIONED, "parvis");
        s3 = client(server.endpoint(), LocalS3.SECRET_KEY);
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @Test
    void the_functions_own_sdk_writes_reads_lists_and_deletes() {
        s3.putObject(
                r -> r.bucket("parvis").key("w/été.txt").contentType("text/plain"), RequestBody.fromString("bonjour"));

        var read = s3.getObjectAsBytes(r -> r.bucket("parvis").key("w/été.txt"));
        var listed = s3.listObjectsV2(r -> r.bucket("parvis").prefix("w/")).contents();
        s3.deleteObject(r -> r.bucket("parvis").key("w/été.txt"));

        assertThat(read.asUtf8String()).isEqualTo("bonjour");
        assertThat(read.response().contentType()).isEqualTo("text/plain");
        assertThat(listed).extracting(S3Object::key).containsExactly("w/été.txt");
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("parvis").key("w/été.txt")));
    }

    @Test
    void a_versioned_bucket_keeps_what_was_overwritten_until_each_version_is_deleted() {
        s3.putObject(r -> r.bucket("parvis").key("v/one"), RequestBody.fromString("first"));
        s3.putObject(r -> r.bucket("parvis").key("v/one"), RequestBody.fromString("second"));

        var versions =
                s3.listObjectVersions(r -> r.bucket("parvis").prefix("v/")).versions();
        for (var version : versions) {
            s3.deleteObject(r -> r.bucket("parvis").key(version.key()).versionId(version.versionId()));
        }

        // The SDK asks again when an answer is lost, and what it wrote twice is there twice.
        assertThat(versions.stream().map(ObjectVersion::size).distinct()).containsExactly(6L, 5L);
        assertThat(versions).filteredOn(ObjectVersion::isLatest).containsExactly(versions.getFirst());
        assertThat(s3.listObjectVersions(r -> r.bucket("parvis").prefix("v/")).versions())
                .isEmpty();
    }

    @Test
    void a_presigned_put_takes_exactly_the_length_and_type_that_were_signed() throws Exception {
        var url = presignedPut("media/photo.png", "image/png", 5, Duration.ofMinutes(5));

        assertThat(put(url, "image/png", "12345").statusCode()).isEqualTo(200);
        assertThat(put(url, "text/html", "12345").statusCode()).isEqualTo(403);
        assertThat(put(url, "image/png", "123456").statusCode()).isEqualTo(403);
        var stored = s3.headObject(r -> r.bucket("parvis").key("media/photo.png"));
        assertThat(stored.contentLength()).isEqualTo(5);
        assertThat(stored.contentType()).isEqualTo("image/png");
    }

    @Test
    void an_unsigned_a_tampered_and_an_expired_request_are_refused() throws Exception {
        s3.putObject(r -> r.bucket("parvis").key("private"), RequestBody.fromString("x"));
        var signed = presignedGet("private", Duration.ofMinutes(5), Clock.systemUTC());
        var brief =
                presignedGet("private", Duration.ofSeconds(1), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2)));
        var tampered = URI.create(signed.toString().replace("/private", "/privatf"));

        assertThat(get(signed).statusCode()).isEqualTo(200);
        assertThat(get(server.endpoint().resolve("/parvis/private")).statusCode())
                .isEqualTo(403);
        assertThat(get(tampered).statusCode()).isEqualTo(403);
        assertThat(get(brief).statusCode()).isEqualTo(403);
    }

    @Test
    void a_wrong_secret_is_refused() {
        try (var stranger = client(server.endpoint(), "guessed")) {
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> stranger.listObjectsV2(r -> r.bucket("parvis")))
                    .matches(e -> e.statusCode() == 403);
        }
    }

    @Test
    void a_browser_page_of_another_origin_may_put() throws Exception {
        var url = presignedPut("media/cors.png", "image/png", 5, Duration.ofMinutes(5));
        var preflight = HttpRequest.newBuilder(url)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .build();

        var answer = browser.send(preflight, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("PUT");
    }

    @Test
    void what_the_folder_holds_outlives_the_server(@TempDir Path own) {
        try (var first = LocalS3.start(own, Listen.anywhere());
                var client = client(first.endpoint(), LocalS3.SECRET_KEY)) {
            first.createBucket(VERSIONED, "kept");
            client.putObject(r -> r.bucket("kept").key("a/b"), RequestBody.fromString("still here"));
        }
        try (var second = LocalS3.start(own, Listen.anywhere());
                var client = client(second.endpoint(), LocalS3.SECRET_KEY)) {
            second.createBucket(VERSIONED, "kept");

            var text = client.getObjectAsBytes(r -> r.bucket("kept").key("a/b")).asUtf8String();

            assertThat(text).isEqualTo("still here");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_service(@TempDir Path own) {
        var port = server.endpoint().getPort();

        assertThatExceptionOfType(PortTaken.class)
                .isThrownBy(() -> LocalS3.start(own, Listen.loopback(port)))
                .withMessageContaining("Port " + port)
                .withMessageContaining("S3");
    }

    private HttpResponse<String> put(URI url, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(body))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    private static URI presignedPut(String key, String type, long length, Duration life) {
        try (var presigner = presigner()) {
            return URI.create(presigner
                    .presignPutObject(p -> p.signatureDuration(life).putObjectRequest(r -> r.bucket("parvis")
                            .key(key)
                            .contentType(type)
                            .contentLength(length)))
                    .url()
                    .toString());
        }
    }

    private static URI presignedGet(String key, Duration life, Clock clock) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(server.endpoint().resolve("/parvis/" + key))
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(AwsBasicCredentials.create(LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-3")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, life)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        return signed.request().getUri();
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_WEST_3)
                .credentialsProvider(credentials(LocalS3.SECRET_KEY))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    private static S3Client client(URI endpoint, String secret) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_3)
                .forcePathStyle(true)
                .credentialsProvider(credentials(secret))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(o -> o.addExecutionInterceptor(new WithoutExpect()))
                .build();
    }

    /** As our own client does: asking first fails for good on a connection that a refused upload has closed. */
    private static final class WithoutExpect implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.httpRequest().toBuilder().removeHeader("Expect").build();
        }
    }

    private static StaticCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.ACCESS_KEY, secret));
    }
}
