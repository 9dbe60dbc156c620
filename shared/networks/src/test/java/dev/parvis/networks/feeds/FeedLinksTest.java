package dev.parvis.networks.feeds;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedLinksTest {
    private static final URI FEED = URI.create("https://blog.example/feeds/all.xml");

    @Test
    void links_become_absolute_and_nothing_but_links_to_the_web() {
        assertThat(FeedLinks.absolute(FEED, "/a b?c=[d]|é"))
                .contains(URI.create("https://blog.example/a%20b?c=%5Bd%5D%7Cé"));
        assertThat(FeedLinks.absolute(FEED, " ../x ")).contains(URI.create("https://blog.example/x"));
        assertThat(FeedLinks.absolute(FEED, "javascript:alert(1)")).isEmpty();
        assertThat(FeedLinks.absolute(FEED, "mailto:a@b")).isEmpty();
        assertThat(FeedLinks.absolute(FEED, "http://:x/%zz")).isEmpty();
        assertThat(FeedLinks.absolute(FEED, "x".repeat(3000))).isEmpty();
    }

    @Test
    void one_page_has_one_canonical_link() {
        assertThat(FeedLinks.canonical(URI.create("HTTPS://Blog.Example:443/A?utm_source=rss&id=1&fbclid=x#top")))
                .isEqualTo("https://blog.example/A?id=1");
        assertThat(FeedLinks.canonical(URI.create("http://blog.example"))).isEqualTo("http://blog.example/");
    }

    @Test
    void what_google_alerts_wraps_is_unwrapped_and_only_to_the_web() {
        var wrapped = "https://www.google.com/url?rct=j&url=https://news.example/a%3Fb%3D1&ct=ga";

        assertThat(FeedLinks.absolute(FEED, wrapped)).contains(URI.create("https://news.example/a?b=1"));
        assertThat(FeedLinks.absolute(FEED, "https://www.google.com/url?url=file:///etc/passwd"))
                .contains(URI.create("https://www.google.com/url?url=file:///etc/passwd"));
    }
}
