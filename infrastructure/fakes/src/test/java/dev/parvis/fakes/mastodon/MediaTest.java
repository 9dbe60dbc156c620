package dev.parvis.fakes.mastodon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};

    private MastodonServer server = MastodonServer.start(MastodonOptions.MASTODON.mediaPolls(2));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void v2_is_202_then_206_until_it_is_ready_and_keeps_the_alt_text() {
        Http alice = signIn();

        Http.Answer upload = upload(alice, "/api/v2/media", PNG);
        String poll = "/api/v1/media/" + upload.get("id");

        assertThat(upload.status()).isEqualTo(202);
        assertThat(upload.json()).containsEntry("url", null).containsEntry("description", "un chat « gris »");
        assertThat(alice.get(poll).status()).isEqualTo(206);
        assertThat(alice.get(poll).status()).isEqualTo(206);
        Http.Answer ready = alice.get(poll);
        assertThat(ready.status()).isEqualTo(200);
        assertThat(alice.get(ready.get("url")).bytes()).isEqualTo(PNG);
    }

    @Test
    void attaching_too_early_is_422_and_once_attached_it_is_gone_from_the_uploads() {
        Http alice = signIn();
        String id = upload(alice, "/api/v2/media", PNG).get("id");

        Http.Answer early = alice.form("/api/v1/statuses", "status=look&media_ids[]=" + id);
        for (int i = 0; i < 2; i++) alice.get("/api/v1/media/" + id);
        Http.Answer attached = alice.form("/api/v1/statuses", "status=look&media_ids[]=" + id);

        assertThat(early.get("error"))
                .isEqualTo("Cannot attach files that have not finished processing. Try again in a moment!");
        assertThat(attached.list("media_attachments")).hasSize(1);
        assertThat(alice.get("/api/v1/media/" + id).status()).isEqualTo(404);
        assertThat(alice.form("/api/v1/statuses", "status=again&media_ids[]=" + id)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void v1_is_ready_at_once_and_what_is_no_image_is_refused() {
        Http alice = signIn();

        assertThat(upload(alice, "/api/v1/media", PNG).status()).isEqualTo(200);
        assertThat(upload(alice, "/api/v2/media", new byte[] {1, 2, 3}).get("error"))
                .isEqualTo("File type of uploaded media could not be verified");
    }

    @Test
    void processing_can_fail() {
        restart(MastodonOptions.MASTODON.mediaFails(true));
        Http alice = signIn();

        String id = upload(alice, "/api/v2/media", PNG).get("id");

        assertThat(alice.get("/api/v1/media/" + id).status()).isEqualTo(422);
    }

    @Test
    void the_instance_tells_its_limits_by_v2_or_only_by_v1() {
        assertThat(Http.to(server.uri()).get("/api/v2/instance").text())
                .contains("\"max_characters\":500")
                .contains("\"characters_reserved_per_url\":23");
        restart(MastodonOptions.SNAC);

        assertThat(Http.to(server.uri()).get("/api/v2/instance").status()).isEqualTo(404);
        assertThat(Http.to(server.uri()).get("/api/v1/instance").status()).isEqualTo(200);
    }

    private void restart(MastodonOptions options) {
        server.close();
        server = MastodonServer.start(options);
    }

    private Http signIn() {
        return Http.to(server.uri()).bearer(server.account("alice", "a").token());
    }

    private static Http.Answer upload(Http http, String path, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                utf8("--b0undary\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nun chat « gris »\r\n"));
        body.writeBytes(utf8("--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--b0undary--\r\n"));
        return http.call("POST", path, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=b0undary");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
