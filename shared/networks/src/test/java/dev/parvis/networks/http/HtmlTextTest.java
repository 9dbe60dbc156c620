package dev.parvis.networks.http;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {
    @Test
    void it_reads_as_a_person_would() {
        assertThat(HtmlText.of("<p>Un &amp; deux<br>trois</p><p>quatre</p>")).isEqualTo("Un & deux\ntrois\n\nquatre");
        assertThat(HtmlText.of("<ul><li>a</li><li>b</li></ul>c")).isEqualTo("a\nb\n\nc");
        assertThat(HtmlText.of("a<script>alert('<p>')</script>b<STYLE>p{}</style>c"))
                .isEqualTo("abc");
        assertThat(HtmlText.of("<a title=\"a > b\" href='x'>lien</a>")).isEqualTo("lien");
        assertThat(HtmlText.of("&#233;&#x1F600;&eacute;&#xD800;&#0; &lt;b&gt;"))
                .isEqualTo("é😀&eacute;&#xD800;&#0; <b>");
    }

    @Test
    void broken_html_gives_some_text() {
        assertThat(HtmlText.of("3 < 4 & 5 > 2 <")).isEqualTo("3 < 4 & 5 > 2 <");
        assertThat(HtmlText.of("a<p")).isEqualTo("a");
        assertThat(HtmlText.of("a<!-- x -->b<script>c")).isEqualTo("ab");
    }

    @Test
    void nothing_makes_it_fail() {
        var pieces =
                new String[] {"<", ">", "&", ";", "#", "x", "/", "p", "\"", "'", "<script>", "</p", "&#", "D800", "é"};
        var random = new Random(7);

        for (var round = 0; round < 5_000; round++) {
            var html = new StringBuilder();
            random.ints(15, 0, pieces.length).forEach(i -> html.append(pieces[i]));
            assertThat(HtmlText.of(html.toString())).isNotNull();
        }
    }
}
