package dev.parvis.networks.mastodon;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.posts.Content;
import dev.parvis.networks.http.HtmlText;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTextTest {
    @Test
    void the_references_vectors_are_counted_as_the_server_counts() {
        assertThat(length("Hello https://example.com/a/very/long/path")).isEqualTo(29);
        assertThat(length("@alice@example.social hi")).isEqualTo(9);
        assertThat(length("👨‍👩‍👧")).isEqualTo(1);
        assertThat(length("https://a.co")).isEqualTo(23);
        assertThat(length("example.com")).isEqualTo(11);
    }

    @Test
    void a_url_ends_where_twitter_text_ends_it() {
        assertThat(urls("https://a.example/x.")).containsExactly("https://a.example/x");
        assertThat(urls("(https://a.example/x)")).containsExactly("https://a.example/x");
        assertThat(urls("https://a.example/x_(y)_z, et")).containsExactly("https://a.example/x_(y)_z");
        assertThat(urls("https://a.example/x_(y(z))!")).containsExactly("https://a.example/x_(y(z))");
        assertThat(urls("https://a.example:8443/?q=é&r=(1)#f.")).containsExactly("https://a.example:8443/?q=é&r=(1)#f");
        assertThat(urls("https://a.example?")).containsExactly("https://a.example");
        assertThat(urls("https://пример.рф/путь https://xn--e1afmkfd.xn--p1ai")).hasSize(2);
        assertThat(urls("https://a.example/@bob")).containsExactly("https://a.example/@bob");
        assertThat(urls("https://a.example.")).containsExactly("https://a.example");
    }

    @Test
    void what_counts_in_full_is_no_url() {
        for (var text : List.of(
                "http://localhost:3000/x",
                "https://127.0.0.1/x",
                "xhttps://a.example",
                "@https://a.example",
                "ftp://a.example/x",
                "https://",
                "https://-")) {
            assertThat(urls(text)).as(text).isEmpty();
        }
    }

    @Test
    void brackets_nested_deep_are_read_in_one_pass() {
        var text = "https://a.example/" + "(".repeat(20_000) + "x";

        assertThat(urls(text)).containsExactly("https://a.example/");
    }

    @Test
    void a_link_that_is_not_in_the_text_is_added_and_counted() {
        var content = new Content(
                "é".repeat(476),
                Optional.of(new Content.Link("https://a.example/" + "x".repeat(300), "", "")),
                List.of(),
                "fr");

        assertThat(StatusText.check(content, Instances.USUAL))
                .extracting("code")
                .containsExactly("text_too_long");
        assertThat(StatusText.check(new Content("é".repeat(475), content.link(), List.of(), "fr"), Instances.USUAL))
                .isEmpty();
        assertThat(StatusText.of(new Content(
                        "Voir https://a.example/ ici",
                        Optional.of(new Content.Link("https://a.example/", "", "")),
                        List.of(),
                        "")))
                .isEqualTo("Voir https://a.example/ ici");
    }

    @Test
    void each_part_is_named_by_its_pointer() {
        var images = Collections.nCopies(5, new Content.Image("01", "a".repeat(1501)));

        assertThat(StatusText.check(
                        new Content("", Optional.of(new Content.Link("nope", "", "")), images, ""), Instances.USUAL))
                .extracting("pointer")
                .contains("/link/url", "/images", "/images/0/alt", "/images/4/alt");
    }

    @Test
    void a_fingerprint_survives_what_servers_do_to_a_text() {
        var text = "Bonjour @alice@other.example !\n\nVoir https://a.example/été?x=1&y=2 #Paris 👩‍🎨 « oui »";
        var html =
                "<p>Bonjour <span class=\"h-card\"><a href=\"https://other.example/@alice\" class=\"u-url mention\">@<span>alice</span></a></span> !</p>"
                        + "<p>Voir <a href=\"https://a.example/%C3%A9t%C3%A9?x=1&amp;y=2\" target=\"_blank\"><span class=\"invisible\">https://</span>"
                        + "<span class=\"ellipsis\">a.example/été?x=</span><span class=\"invisible\">1&amp;y=2</span></a> "
                        + "<a href=\"https://h/tags/Paris\" class=\"mention hashtag\">#<span>Paris</span></a> 👩‍🎨 «\u00A0oui\u00A0»</p>";

        assertThat(fingerprint(HtmlText.of(html), 2)).isEqualTo(fingerprint(text, 2));
        assertThat(fingerprint(text, 1)).isNotEqualTo(fingerprint(text, 2));
        assertThat(fingerprint(text + " non", 2)).isNotEqualTo(fingerprint(text, 2));
    }

    @Test
    void a_text_of_signs_alone_has_a_fingerprint_too() {
        assertThat(fingerprint("!!!", 0)).isNotEqualTo(fingerprint("???", 0));
        assertThat(fingerprint("👍", 0)).isNotEqualTo(fingerprint("👎", 0));
    }

    private static int length(String text) {
        return StatusText.length(text, 23);
    }

    private static List<String> urls(String text) {
        return CountedUrls.in(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }

    private static String fingerprint(String text, int media) {
        return new Looks(text, media, List.of(), "").fingerprint();
    }
}
