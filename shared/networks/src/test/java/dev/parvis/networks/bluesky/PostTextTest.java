package dev.parvis.networks.bluesky;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;

import static org.assertj.core.api.Assertions.assertThat;

class PostTextTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @Test
    void three_hundred_graphemes_fit_and_one_more_does_not() {
        assertThat(codes(text("é".repeat(300)))).isEmpty();
        assertThat(codes(text("é".repeat(301)))).containsExactly("/text text_too_long");
    }

    @Test
    void bytes_are_counted_beside_graphemes() {
        assertThat(FAMILY.repeat(120)).hasSize(120 * 11);
        assertThat(codes(text(FAMILY.repeat(120)))).isEmpty();
        assertThat(codes(text(FAMILY.repeat(121)))).containsExactly("/text text_too_many_bytes");
    }

    @Test
    void something_must_be_said_but_a_link_is_enough() {
        assertThat(codes(text("  \n"))).containsExactly("/text nothing_to_say");
        assertThat(codes(new Content("", link("https://a.example/"), List.of(), "")))
                .isEmpty();
    }

    @Test
    void what_is_no_link_is_named_by_its_pointer() {
        for (var url : List.of(
                "javascript:alert(1)", "a.example", "//a.example/x", "https://", "https://a b", "ftp://a.example")) {
            assertThat(codes(new Content("x", link(url), List.of(), "")))
                    .as(url)
                    .containsExactly("/link/url not_a_url");
        }
    }

    @Test
    void each_image_is_judged_by_itself() {
        var images = Collections.nCopies(5, new Content.Image("01", "a".repeat(2001)));

        assertThat(codes(new Content("x", Optional.empty(), images, "")))
                .contains("/images too_many_images", "/images/0/alt alt_too_long", "/images/4/alt alt_too_long");
    }

    @Test
    void beside_images_a_link_moves_into_the_text_once() {
        var images = List.of(new Content.Image("01", ""));

        assertThat(PostText.of(new Content("Bonjour", link("https://a.example/"), images, "")))
                .isEqualTo("Bonjour\n\nhttps://a.example/");
        assertThat(PostText.of(new Content("Voir https://a.example/", link("https://a.example/"), images, "")))
                .isEqualTo("Voir https://a.example/");
        assertThat(PostText.of(new Content("Bonjour", link("https://a.example/"), List.of(), "")))
                .isEqualTo("Bonjour");
    }

    private static Content text(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr");
    }

    private static Optional<Content.Link> link(String url) {
        return Optional.of(new Content.Link(url, "", ""));
    }

    private static List<String> codes(Content content) {
        return PostText.check(content, PostText.LIMITS).stream()
                .map(PostTextTest::shown)
                .toList();
    }

    private static String shown(Violation violation) {
        return violation.pointer() + " " + violation.code();
    }
}
