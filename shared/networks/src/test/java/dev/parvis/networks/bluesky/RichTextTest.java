package dev.parvis.networks.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class RichTextTest {
    /** The vector of the reference: https://docs.bsky.app/docs/advanced-guides/post-richtext. */
    private static final String VECTOR =
            "✨ example mentioning @atproto.com to share the URL 👨‍❤️‍👨 https://en.wikipedia.org/wiki/CBOR.";

    @Test
    void offsets_are_utf8_bytes_and_the_sentences_dot_stays_outside() {
        var facets = RichText.facets(VECTOR, handle -> Optional.of("did:plc:" + handle.length()));

        assertThat(VECTOR.getBytes(StandardCharsets.UTF_8)).hasSize(109);
        assertThat(facets).hasSize(2);
        assertThat(facets.get(0))
                .hasToString(
                        "{\"index\":{\"byteStart\":23,\"byteEnd\":35},\"features\":[{\"$type\":\"app.bsky.richtext.facet#mention\",\"did\":\"did:plc:11\"}]}");
        assertThat(facets.get(1))
                .hasToString(
                        "{\"index\":{\"byteStart\":74,\"byteEnd\":108},\"features\":[{\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":\"https://en.wikipedia.org/wiki/CBOR\"}]}");
    }

    @Test
    void a_mention_that_does_not_resolve_stays_plain_text() {
        var facets = RichText.facets("bonjour @nobody.test", handle -> Optional.empty());

        assertThat(facets).isEmpty();
    }

    @Test
    void links_end_where_a_reader_would_end_them() {
        assertThat(link("(see https://a.example/x)")).isEqualTo("https://a.example/x");
        assertThat(link("https://fr.wikipedia.org/wiki/Parvis_(place)!"))
                .isEqualTo("https://fr.wikipedia.org/wiki/Parvis_(place)");
        assertThat(link("«https://a.example/é»")).isEqualTo("https://a.example/é");
        assertThat(link("voir:HTTPS://A.EXAMPLE/?q=1#top,")).isEqualTo("HTTPS://A.EXAMPLE/?q=1#top");
        assertThat(link("https://a.example/\u00A0: oui")).isEqualTo("https://a.example/");
    }

    @Test
    void what_is_no_link_is_not_marked() {
        assertThat(RichText.marks("example.com ftp://x.example xhttps://a.example https:// https://. http"))
                .isEmpty();
    }

    @Test
    void hashtags_leave_punctuation_and_bare_numbers_out() {
        assertThat(tags("#été, (#Paris) ＃東京! #2026 # #1st #a_b… #l'été #👍"))
                .containsExactly("été", "Paris", "東京", "1st", "a_b", "l'été", "👍");
        assertThat(tags("https://a.example/#fragment word#no #" + "x".repeat(65)))
                .isEmpty();
    }

    @Test
    void a_mail_address_is_no_mention() {
        assertThat(RichText.marks("write to me@mail.example or @a.test@other.example or @nodot"))
                .isEmpty();
        assertThat(RichText.marks("(@alice.test), @bob.test."))
                .extracting(RichText.Mark::end)
                .containsExactly(12, 24);
    }

    @Test
    void facets_never_overlap_and_stay_in_the_text_whatever_is_written() {
        var pieces = List.of(
                "é",
                "#",
                "@",
                "a.b",
                "http://",
                "https://",
                ".",
                "(",
                ")",
                " ",
                "\n",
                "👨‍❤️‍👨",
                "１",
                "x",
                "»",
                "\uFE0F");
        var random = new java.util.Random(42);

        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            random.ints(12, 0, pieces.size()).forEach(i -> text.append(pieces.get(i)));
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
            var last = 0L;
            for (var facet : RichText.facets(text.toString(), handle -> Optional.of("did:plc:x"))) {
                var start = facet.at("index", "byteStart").whole().orElseThrow();
                var end = facet.at("index", "byteEnd").whole().orElseThrow();
                assertThat(start).as(text.toString()).isBetween(last, end - 1);
                assertThat(end).as(text.toString()).isLessThanOrEqualTo(bytes);
                last = end;
            }
        }
    }

    private static String link(String text) {
        var facets = RichText.facets(text, handle -> Optional.empty());
        return facets.stream()
                .map(facet -> facet.at("features", 0, "uri"))
                .findFirst()
                .map(Json::text)
                .flatMap(uri -> uri)
                .orElse("none");
    }

    private static List<String> tags(String text) {
        return RichText.facets(text, handle -> Optional.empty()).stream()
                .flatMap(facet -> facet.at("features", 0, "tag").text().stream())
                .toList();
    }
}
