package dev.parvis.files;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.files.Files.Stored;
import dev.parvis.domain.files.Files.Upload;
import dev.parvis.emulators.s3.EmulatedBucket;
import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.kernel.config.Config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("backend")
class S3FilesTest {
    private static final EmulatedBucket BUCKET = EmulatedBucket.create();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final S3Files files = files();
    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void a_file_is_written_once() {
        assertThat(files.create("w/w1/reports/r/pdf", "application/pdf", bytes("first")))
                .isTrue();
        assertThat(files.create("w/w1/reports/r/pdf", "application/pdf", bytes("second")))
                .isFalse();
        assertThat(files.read("w/w1/reports/r/pdf", 100)).hasValue(bytes("first"));
        assertThat(files.look("w/w1/reports/r/pdf"))
                .get()
                .extracting(Stored::type, Stored::bytes)
                .containsExactly("application/pdf", 5L);
    }

    @Test
    @Tag("signatures")
    void a_write_survives_a_connection_that_the_other_side_has_closed() throws Exception {
        for (var i = 0; i < 20; i++) {
            var upload = files.upload("w/w1/refused/" + i, "image/png", 4, MINUTE);
            assertThat(put(upload, "image/jpeg", bytes("abcd"))).isEqualTo(403);
            assertThat(files.create("w/w1/taken/" + i, "text/plain", bytes("x")))
                    .isTrue();
            assertThat(files.create("w/w1/taken/" + i, "text/plain", bytes("x")))
                    .isTrue();
            assertThat(files.create("w/w1/taken/" + i, "text/plain", bytes("y")))
                    .isFalse();
        }
    }

    @Test
    void what_is_not_there_is_empty_and_what_is_too_long_is_a_fault() {
        files.create("w/w1/long", "text/plain", bytes("12345"));

        assertThat(files.read("w/w1/none", 100)).isEmpty();
        assertThat(files.look("w/w1/none")).isEmpty();
        assertThat(files.read("w/w1/long", 5)).isPresent();
        assertThatThrownBy(() -> files.read("w/w1/long", 4)).hasMessageContaining("more than 4 bytes");
    }

    @Test
    void an_erased_file_is_gone() {
        files.create("w/w1/gone", "text/plain", bytes("x"));

        files.erase("w/w1/gone");
        files.erase("w/w1/gone");

        assertThat(files.look("w/w1/gone")).isEmpty();
    }

    @Test
    @Tag("signatures")
    void a_browser_uploads_what_was_declared_and_nothing_else() throws Exception {
        var upload = files.upload("w/w1/media/m", "image/png", 4, MINUTE);

        assertThat(put(upload, "image/jpeg", bytes("abcd"))).isEqualTo(403);
        assertThat(put(upload, "image/png", bytes("abcde"))).isBetween(400, 403);
        assertThat(files.look("w/w1/media/m")).isEmpty();
        assertThat(put(upload, "image/png", bytes("abcd"))).isEqualTo(200);
        assertThat(files.look("w/w1/media/m"))
                .get()
                .extracting(Stored::type, Stored::bytes)
                .containsExactly("image/png", 4L);
    }

    @Test
    @Tag("signatures")
    void an_upload_does_not_write_over_what_was_uploaded() throws Exception {
        var upload = files.upload("w/w1/media/once", "image/png", 4, MINUTE);

        assertThat(put(upload, "image/png", bytes("abcd"))).isEqualTo(200);
        assertThat(put(upload, "image/png", bytes("efgh"))).isEqualTo(412);
        assertThat(files.read("w/w1/media/once", 10)).hasValue(bytes("abcd"));
        files.erase("w/w1/media/once");
        assertThat(put(upload, "image/png", bytes("efgh"))).isEqualTo(200);
    }

    @Test
    @Tag("signatures")
    void an_upload_without_its_promise_not_to_write_over_is_refused() throws Exception {
        var upload = files.upload("w/w1/media/bare", "image/png", 4, MINUTE);
        var bare = new Upload(upload.url(), Map.of());

        assertThat(put(bare, "image/png", bytes("abcd"))).isEqualTo(403);
        assertThat(files.look("w/w1/media/bare")).isEmpty();
    }

    @Test
    void a_file_is_read_as_it_comes_while_it_is_the_one_that_was_looked_at() throws Exception {
        files.create("w/w1/stream", "text/plain", bytes("first"));
        var tag = files.look("w/w1/stream").orElseThrow().tag();

        try (var open = files.open("w/w1/stream", tag).orElseThrow()) {
            assertThat(open.readAllBytes()).isEqualTo(bytes("first"));
        }
        files.erase("w/w1/stream");
        files.create("w/w1/stream", "text/plain", bytes("other"));

        assertThat(tag).isNotEmpty();
        assertThat(files.open("w/w1/stream", tag)).isEmpty();
        assertThat(files.open("w/w1/stream", "")).isPresent();
        assertThat(files.open("w/w1/absent", "")).isEmpty();
    }

    @Test
    @Tag("signatures")
    void a_download_carries_its_name_and_a_tampered_one_is_refused() throws Exception {
        files.create("w/w1/r.pdf", "application/pdf", bytes("pdf"));
        var url = files.download("w/w1/r.pdf", "Été à Lyon.pdf", MINUTE);

        var answer = get(url);
        var other = get(URI.create(url.toString().replace("r.pdf", "other.pdf")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20Lyon.pdf");
        assertThat(other.statusCode()).isEqualTo(403);
    }

    private int put(Upload upload, String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(upload.url())
                .header("content-type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        upload.headers().forEach((name, value) -> {
            if (name.equalsIgnoreCase("if-none-match")) {
                request.header(name, value);
            }
        });
        return browser.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static S3Files files() {
        var config = Config.fromEnv(Map.of(
                "AWS_REGION",
                "eu-west-3",
                "AWS_ACCESS_KEY_ID",
                LocalS3.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                LocalS3.SECRET_KEY,
                "AWS_ENDPOINT_URL_S3",
                BUCKET.endpoint().toString(),
                "PARVIS_BUCKET",
                BUCKET.name()));
        return S3Files.from(AwsEnvironment.from(config), config);
    }
}
