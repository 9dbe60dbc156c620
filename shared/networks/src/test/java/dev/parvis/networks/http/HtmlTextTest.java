package dev.parvis.networks.http;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HtmlTextTest {
    @Test
    void it_reads_as_a_person_would() {
        assertThat(HtmlText.of("<p>Un &amp; deux<br>trois</p><p>quatre</p>")).isEqualTo("Un & deux\ntrois\n\nquatre");
        assertThat(HtmlText.of("<ul><li>a</li><li>b</li></ul>c")).isEqualTo("a\nb\n\nc");
        assertThat(HtmlText.of("a<script>alert('<p>')</script>b<STYLE>p{}</style>c"))
                .isEqualTo("abc");
        assertThat(HtmlText.of("<a title=\"a > b\" href='x'>lien</a>")).isEqualTo("lien");
        assertThat(HtmlText.of("&#233;&#x1F600;&nothing;&#xD800;&#0; &lt;b&gt;"))
                .isEqualTo("é😀&nothing;&#xD800;&#0; <b>");
        assertThat(HtmlText.of("l&rsquo;&eacute;t&eacute; &agrave; &OElig;uvre&nbsp;! &#146;"))
                .isEqualTo("l’été à Œuvre\u00A0! ’");
    }

    @Test
    void broken_html_gives_some_text() {
        assertThat(HtmlText.of("3 < 4 & 5 > 2 <")).isEqualTo("3 < 4 & 5 > 2 <");
        assertThat(HtmlText.of("a<p")).isEqualTo("a");
        assertThat(HtmlText.of("a<!-- x -->b<script>c")).isEqualTo("ab");
    }

    /** Each was quadratic once, and took minutes. */
    @Test
    void no_text_of_a_strangers_keeps_us_busy() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(HtmlText.of("&".repeat(2_000_000))).hasSize(2_000_000);
            assertThat(HtmlText.of("x" + "\n".repeat(300_000) + "<p>".repeat(300_000)))
                    .isEqualTo("x");
            assertThat(HtmlText.of("<script>".repeat(300_000))).isEmpty();
            assertThat(HtmlText.of("<a \"".repeat(300_000))).isEmpty();
        });
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
