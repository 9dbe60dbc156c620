package dev.parvis.fakes.bluesky;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class BlobsTest {
    private final BlueskyServer server = BlueskyServer.start(
            FakeServer.Options.LOOPBACK,
            BlueskyOptions.REAL.imageBytes(1_000_000),
            SteerableClock.on(Clock.systemUTC()));
    private Net alice;

    @BeforeEach
    void signIn() {
        server.account("alice.test", "secret");
        alice = Net.signIn(server, "alice.test", "secret");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_upload_is_sniffed_named_by_its_content_and_repeatable() {
        Map<String, Object> first = upload(jpeg(1000), "image/png");
        Map<String, Object> again = upload(jpeg(1000), "image/jpeg");

        assertThat(first).containsEntry("mimeType", "image/jpeg").containsEntry("size", 1000L);
        assertThat(Json.string(Json.map(first, "ref"), "$link")).startsWith("bafkrei");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void an_uploaded_image_goes_into_a_post_with_its_alt_text() {
        Http.Answer answer = alice.putNew(Net.KEY, withImage(upload(jpeg(1000), "image/jpeg")));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void an_image_over_the_limit_is_refused_when_the_record_names_it_not_at_upload() {
        Map<String, Object> blob = upload(jpeg(1_000_001), "image/jpeg");

        Http.Answer answer = alice.putNew(Net.KEY, withImage(blob));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("message")).contains("blob too big (maximum 1000000, got 1000001)");
    }

    @Test
    void a_blob_must_have_been_uploaded_as_it_is_described() {
        Map<String, Object> unknown = upload(jpeg(10), "image/jpeg");
        unknown.put("ref", Json.object("$link", Cid.ofBlob(new byte[] {1})));
        Map<String, Object> otherType = upload(jpeg(10), "image/jpeg");
        otherType.put("mimeType", "image/png");
        Map<String, Object> otherSize = upload(jpeg(10), "image/jpeg");
        otherSize.put("size", 11L);

        assertThat(alice.putNew(Net.KEY, withImage(unknown)).get("error")).isEqualTo("BlobNotFound");
        assertThat(alice.putNew(Net.KEY, withImage(otherType)).get("error")).isEqualTo("InvalidMimeType");
        assertThat(alice.putNew(Net.KEY, withImage(otherSize)).get("error")).isEqualTo("InvalidSize");
    }

    @Test
    void an_upload_over_5_megabytes_is_413() {
        Http.Answer answer = alice.http()
                .call("POST", "/xrpc/com.atproto.repo.uploadBlob", jpeg(5_300_000), "Content-Type", "image/jpeg");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.get("error")).isEqualTo("PayloadTooLarge");
    }

    private Map<String, Object> upload(byte[] bytes, String type) {
        Http.Answer answer =
                alice.http().call("POST", "/xrpc/com.atproto.repo.uploadBlob", bytes, "Content-Type", type);
        return Json.map(answer.json(), "blob");
    }

    private static Map<String, Object> withImage(Map<String, Object> blob) {
        Map<String, Object> record = Net.post("look");
        record.put(
                "embed",
                Json.object(
                        "$type",
                        "app.bsky.embed.images",
                        "images",
                        List.of(Json.object("alt", "a cat", "image", blob))));
        return record;
    }

    private static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 7);
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        return bytes;
    }
}
