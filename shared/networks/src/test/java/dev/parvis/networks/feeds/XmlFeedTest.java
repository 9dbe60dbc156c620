package dev.parvis.networks.feeds;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class XmlFeedTest {
    @Test
    void rss_2_as_its_specification_has_it() throws NotAFeed {
        var entry = only("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                + "<title>T</title><link>https://e/</link><description>d</description><item><title>A &amp; B</title>"
                + "<link>https://e/1</link><guid isPermaLink=\"false\">x1</guid>"
                + "<author>lea@example.org (Léa)</author><media:title>other</media:title>"
                + "<pubDate>Thu, 15 Jan 2026 10:00:00 +0000</pubDate><description>short</description>"
                + "<content:encoded><![CDATA[<p>hi</p>]]></content:encoded></item></channel></rss>");

        assertThat(entry)
                .isEqualTo(new Entry(
                        "x1",
                        "https://e/1",
                        "A & B",
                        "<p>hi</p>",
                        "Léa",
                        Optional.of("Thu, 15 Jan 2026 10:00:00 +0000")));
    }

    @Test
    void atom_with_xhtml_text_and_several_links() throws NotAFeed {
        var entry = only("<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:f</id><title>T</title>"
                + "<updated>2026-01-15T10:00:00Z</updated><entry><id>urn:1</id>"
                + "<title type=\"html\">A &amp;amp; B</title><link rel=\"edit\" href=\"https://e/edit\"/>"
                + "<link href=\"https://e/1\"/><updated>2026-01-15T10:00:00Z</updated>"
                + "<author><email>l@e</email><name>Léa</name></author><summary>1 &lt; 2</summary>"
                + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">a &lt; <b>b</b><br/></div></content>"
                + "</entry></feed>");

        assertThat(entry.link()).isEqualTo("https://e/1");
        assertThat(entry.title()).isEqualTo("A &amp; B");
        assertThat(entry.html()).isEqualTo("<div>a &lt; <b>b</b><br></br></div>");
        assertThat(entry.author()).isEqualTo("Léa");
        assertThat(entry.published()).contains("2026-01-15T10:00:00Z");
    }

    @Test
    void plain_atom_text_keeps_its_angle_brackets() throws NotAFeed {
        var entry = only("<feed><entry><id>1</id><title>if a &lt;b&gt; c</title></entry></feed>");

        assertThat(entry.title()).isEqualTo("if a &lt;b&gt; c");
    }

    @Test
    void rss_1_has_its_items_outside_the_channel() throws NotAFeed {
        var entry = only("<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"d\"><channel/>"
                + "<item rdf:about=\"https://e/1\"><title>T</title><dc:date>2026-01-15T10:00:00+01:00</dc:date>"
                + "<dc:creator>Léa</dc:creator></item></rdf:RDF>");

        assertThat(entry.link()).isEqualTo("https://e/1");
        assertThat(entry.published()).contains("2026-01-15T10:00:00+01:00");
    }

    @Test
    void a_guid_is_a_link_unless_it_says_that_it_is_none() throws NotAFeed {
        assertThat(only("<rss><item><guid>https://e/1</guid></item></rss>").link())
                .isEqualTo("https://e/1");
        assertThat(only("<rss><item><guid isPermaLink='false'>https://e/1</guid></item></rss>")
                        .link())
                .isEmpty();
    }

    @Test
    void what_feeds_get_wrong_is_mended() throws NotAFeed {
        assertThat(only("<rss><item><title>L&eacute;a &nbsp;AT&T R&D; &#8217; &#146; &#8;</title></item></rss>")
                        .title())
                .isEqualTo("Léa \u00A0AT&T R&D; ’ ’  ");
        assertThat(only("<rss><item><link>https://e/?a=1&b=2&copy=3</link></item></rss>")
                        .link())
                .isEqualTo("https://e/?a=1&b=2&copy=3");
        assertThat(only("<rss><item><link><![CDATA[https://e/?a=1&b=2]]></link></item></rss>")
                        .link())
                .isEqualTo("https://e/?a=1&b=2");
        assertThat(only("<rss><item><dc:creator>unbound</dc:creator></item></rss>")
                        .author())
                .isEqualTo("unbound");
        assertThat(only("<rss><item><title>a\u0008b\u000Bc</title></item></rss>")
                        .title())
                .isEqualTo("a b c");
    }

    @Test
    void markup_that_is_not_escaped_is_kept_as_markup() throws NotAFeed {
        assertThat(only("<rss><item><description>a <b>b</b> c</description></item></rss>")
                        .html())
                .isEqualTo("a <b>b</b> c");
    }

    @Test
    void what_is_no_feed_is_refused() {
        assertThatThrownBy(() -> XmlFeed.read("<opml/>", 10)).hasMessageContaining("not a feed");
        assertThatThrownBy(() -> XmlFeed.read("<html><body/></html>", 10)).hasMessageContaining("web page");
        assertThatThrownBy(() -> XmlFeed.read("<rss><item>", 10)).hasMessageContaining("not well-formed");
        assertThatThrownBy(() -> XmlFeed.read("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>&a;</rss>", 10))
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void an_endless_depth_ends() {
        assertThatThrownBy(() -> XmlFeed.read("<rss>" + "<a>".repeat(100_000), 10))
                .isInstanceOf(NotAFeed.class);
        assertThatThrownBy(() -> XmlFeed.read("<rss><item><title>" + "<a>".repeat(100_000), 10))
                .isInstanceOf(NotAFeed.class);
    }

    @Test
    void a_broken_feed_gives_entries_or_a_reason_and_never_a_fault() {
        var good = "<rss><channel><item><title>A &amp; B</title><guid>x</guid><description><![CDATA[<p>&eacute;</p>]]>"
                + "</description></item></channel></rss>";
        var random = new Random(11);

        for (var round = 0; round < 20_000; round++) {
            var broken = new StringBuilder(good);
            for (var i = 0; i < 3; i++) {
                var at = random.nextInt(Math.max(1, broken.length()));
                switch (random.nextInt(3)) {
                    case 0 -> broken.delete(at, at + 1);
                    case 1 -> broken.insert(at, "<>&;'\"/!]é\uD800".charAt(random.nextInt(11)));
                    default -> broken.setLength(Math.max(Math.min(broken.length(), 1), at));
                }
            }
            assertThat(survives(broken.toString())).isTrue();
        }
    }

    private static boolean survives(String xml) {
        try {
            return XmlFeed.read(xml, 10).entries().size() <= 10;
        } catch (NotAFeed refused) {
            return !refused.reason().isEmpty();
        }
    }

    private static Entry only(String xml) throws NotAFeed {
        var read = XmlFeed.read(xml, 10);
        assertThat(read.entries()).hasSize(1);
        return read.entries().getFirst();
    }
}
