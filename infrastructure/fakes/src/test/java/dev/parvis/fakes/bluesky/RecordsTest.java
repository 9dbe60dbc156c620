package dev.parvis.fakes.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of what the real PDS answers, asked of the fake. */
class RecordsTest {
    private final BlueskyServer server = BlueskyServer.start();
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
    void put_with_swap_null_creates_once_and_repeats_as_a_no_op_without_commit() {
        Http.Answer first = alice.putNew(Net.KEY, Net.post("hello"));
        Http.Answer again = alice.putNew(Net.KEY, Net.post("hello"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json()).containsKey("commit").containsEntry("validationStatus", "valid");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).doesNotContainKey("commit").containsEntry("cid", first.get("cid"));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void put_with_swap_null_over_other_content_is_an_invalid_swap() {
        Http.Answer first = alice.putNew(Net.KEY, Net.post("hello"));

        Http.Answer other = alice.putNew(Net.KEY, Net.post("bye"));

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json())
                .containsEntry("error", "InvalidSwap")
                .containsEntry("message", "Record was at " + first.get("cid"));
    }

    @Test
    void put_without_swap_overwrites_and_with_the_right_cid_too() {
        alice.putNew(Net.KEY, Net.post("one"));

        Http.Answer second = alice.put(Net.KEY, Net.post("two"));
        Http.Answer third = alice.put(Net.KEY, Net.post("three"), "swapRecord", second.get("cid"));
        Http.Answer late = alice.put(Net.KEY, Net.post("four"), "swapRecord", second.get("cid"));

        assertThat(third.status()).isEqualTo(200);
        assertThat(late.get("error")).isEqualTo("InvalidSwap");
        assertThat(server.posts()).extracting(BlueskyServer.Post::text).containsExactly("three");
    }

    @Test
    void create_on_a_taken_key_is_a_bare_500() {
        Map<String, Object> input =
                Json.object("repo", alice.did(), "collection", Net.POST, "rkey", Net.KEY, "record", Net.post("hello"));

        Http.Answer first = alice.http().post("/xrpc/com.atproto.repo.createRecord", input);
        Http.Answer again = alice.http().post("/xrpc/com.atproto.repo.createRecord", input);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.text()).isEqualTo("{\"error\":\"InternalServerError\",\"message\":\"Internal Server Error\"}");
    }

    @Test
    void a_key_that_is_no_tid_is_refused() {
        Http.Answer answer = alice.putNew("my-key", Net.post("hello"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("message")).contains("Invalid TID string");
    }

    @Test
    void text_is_limited_in_bytes_and_in_graphemes() {
        String family = "👨‍👩‍👧";

        Http.Answer bytes = alice.putNew(Net.KEY, Net.post("é".repeat(1501)));
        Http.Answer graphemes = alice.putNew(Net.KEY, Net.post("a".repeat(301)));
        Http.Answer fits = alice.putNew(Net.KEY, Net.post(family.repeat(120)));

        assertThat(bytes.get("message")).contains("string too big (maximum 3000, got 3002) at $.record.text");
        assertThat(graphemes.get("message")).contains("grapheme too big (maximum 300, got 301) at $.record.text");
        assertThat(fits.status()).isEqualTo(200);
    }

    @Test
    void an_absent_record_is_400_record_not_found_and_deleting_twice_is_200() {
        alice.putNew(Net.KEY, Net.post("hello"));
        Map<String, Object> input = Json.object("repo", alice.did(), "collection", Net.POST, "rkey", Net.KEY);

        Http.Answer first = alice.http().post("/xrpc/com.atproto.repo.deleteRecord", input);
        Http.Answer again = alice.http().post("/xrpc/com.atproto.repo.deleteRecord", input);
        Http.Answer absent = alice.find(Net.KEY);

        assertThat(first.json()).containsKey("commit");
        assertThat(again.text()).isEqualTo("{}");
        assertThat(absent.status()).isEqualTo(400);
        assertThat(absent.get("error")).isEqualTo("RecordNotFound");
    }

    @Test
    void another_ones_repository_is_401_authentication_required() {
        Account bob = server.account("bob.test", "secret");
        var asBob = new Net(alice.http(), bob.did(), "");

        Http.Answer answer = asBob.putNew(Net.KEY, Net.post("hello"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.get("error")).isEqualTo("AuthenticationRequired");
    }

    @Test
    void records_are_listed_newest_key_first_in_pages() {
        for (String key : List.of("3mchd6uru22k7", "3mchd6uru23k7", "3mchd6uru24k7")) alice.putNew(key, Net.post(key));
        String list = "/xrpc/com.atproto.repo.listRecords?limit=2&repo=" + alice.did() + "&collection=" + Net.POST;

        Http.Answer first = alice.http().get(list);
        Http.Answer second = alice.http().get(list + "&cursor=" + first.get("cursor"));

        var keys = new ArrayList<String>();
        for (Object record : first.list("records")) keys.add(Json.string(Json.asMap(record), "uri"));
        for (Object record : second.list("records")) keys.add(Json.string(Json.asMap(record), "uri"));
        assertThat(keys)
                .extracting(uri -> uri.substring(uri.lastIndexOf('/') + 1))
                .containsExactly("3mchd6uru24k7", "3mchd6uru23k7", "3mchd6uru22k7");
    }

    @Test
    void a_reply_without_its_parents_cid_and_five_images_are_refused() {
        Map<String, Object> reply = Net.post("re");
        reply.put("reply", Json.object("root", Json.object("uri", "at://x"), "parent", Json.object()));
        Map<String, Object> images = Net.post("five");
        images.put("embed", Json.object("$type", "app.bsky.embed.images", "images", List.of(1L, 2L, 3L, 4L, 5L)));

        assertThat(alice.putNew(Net.KEY, reply).get("message"))
                .contains("Missing required key \"cid\" at $.record.reply.root");
        assertThat(alice.putNew(Net.KEY, images).get("message"))
                .contains("array too big (maximum 4, got 5) at $.record.embed.images");
    }

    @Test
    void an_unknown_method_is_501_and_a_body_that_is_no_json_400() {
        assertThat(alice.http().get("/xrpc/com.example.nothing").get("error")).isEqualTo("MethodNotImplemented");
        assertThat(alice.http()
                        .call("POST", "/xrpc/com.atproto.repo.putRecord", new byte[] {'{'})
                        .get("error"))
                .isEqualTo("InvalidRequest");
    }
}
