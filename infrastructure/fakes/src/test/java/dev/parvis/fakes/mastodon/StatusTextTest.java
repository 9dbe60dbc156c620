package dev.parvis.fakes.mastodon;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Vectors of the reference page, after app/validators/status_length_validator.rb. */
class StatusTextTest {
    @Test
    void urls_count_23_mentions_without_their_domain_and_graphemes_as_one() {
        assertThat(StatusText.length("", "Hello https://example.com/a/very/long/path"))
                .isEqualTo(29);
        assertThat(StatusText.length("", "@alice@example.social hi")).isEqualTo(9);
        assertThat(StatusText.length("", "👨‍👩‍👧")).isEqualTo(1);
        assertThat(StatusText.length("", "https://a.co")).isEqualTo(23);
        assertThat(StatusText.length("", "example.com")).isEqualTo(11);
        assertThat(StatusText.length("CW", "hi")).isEqualTo(4);
    }

    @Test
    void punctuation_after_a_url_is_not_of_the_url_and_balanced_parentheses_are() {
        assertThat(StatusText.length("", "(see https://example.com/a).")).isEqualTo(5 + 23 + 2);
        assertThat(StatusText.length("", "https://en.wikipedia.org/wiki/Parvis_(place)"))
                .isEqualTo(23);
    }

    @Test
    void html_is_escaped_and_links_tags_and_mentions_are_marked() {
        String html = StatusText.html("a <b> & c\n\nhttps://example.com/x #Parvis @bob", "http://h");

        assertThat(html)
                .startsWith("<p>a &lt;b&gt; &amp; c</p><p><a href=\"https://example.com/x\"")
                .contains(
                        "<a href=\"http://h/tags/Parvis\" class=\"mention hashtag\" rel=\"tag\">#<span>Parvis</span></a>")
                .contains("<a href=\"http://h/@bob\" class=\"u-url mention\">@<span>bob</span></a>");
    }
}
