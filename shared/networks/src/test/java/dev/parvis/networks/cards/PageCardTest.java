package dev.parvis.networks.cards;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.cards.Card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What pages say about themselves, right and wrong. */
class PageCardTest {
    private static final URI FROM = URI.create("https://musee.example/expo/");

    private static Card card(String html) {
        return PageCard.of(html, FROM);
    }

    @Test
    void open_graph_is_asked_before_twitters_tags_and_before_what_html_has() {
        var plain = "<title>Le titre</title><meta name=description content='La page'>";
        var twitter = "<meta name=twitter:title content=Court><meta name='twitter:image' content='/t.png'>";
        var graph =
                "<meta property=\"og:title\" content=\"Mieux\"/><meta property=og:image content=\"https://cdn.example/og.png\">";

        assertThat(card(plain)).isEqualTo(new Card("Le titre", "La page", Optional.empty(), Optional.empty()));
        assertThat(card(plain + twitter).title()).isEqualTo("Court");
        assertThat(card(plain + twitter + graph).title()).isEqualTo("Mieux");
        assertThat(card(plain + twitter + graph).image()).contains("https://cdn.example/og.png");
        assertThat(card(plain + twitter).image()).contains("https://musee.example/t.png");
    }

    @Test
    void what_is_written_in_entities_is_read_as_words_on_one_line() {
        var card = card("<TITLE>\n  L&rsquo;expo &amp; la caf&eacute;t&#233;ria\n &#x1F600; &inconnu; A&B </TITLE>"
                + "<meta name=description content=\"&lt;b&gt;gratuit&lt;/b&gt;\">");

        assertThat(card.title()).isEqualTo("L’expo & la cafétéria 😀 &inconnu; A&B");
        assertThat(card.description()).isEqualTo("<b>gratuit</b>");
    }

    @Test
    void an_address_is_made_absolute_and_leads_to_the_web_or_nowhere() {
        assertThat(card("<base href=/fr/><link rel='shortcut canonical' href='expo?a=1&amp;b=2'>")
                        .canonical())
                .contains("https://musee.example/fr/expo?a=1&b=2");
        for (var bad :
                new String[] {"javascript:alert(1)", "data:image/png;base64,AAAA", "http://[", "", "file:///etc"}) {
            assertThat(card("<meta property=og:image content=\"" + bad + "\">").image())
                    .as(bad)
                    .isEmpty();
        }
    }

    @Test
    void nothing_is_read_in_scripts_comments_drawings_or_the_body() {
        var card = card("<!-- <title>un</title> --><script>var a = '<title>deux</title>';</script>"
                + "<svg><title>trois</title></svg><noscript><title>quatre</title></noscript>"
                + "<meta name=x data-y='<title>cinq</title>'></head><body><title>six</title>");

        assertThat(card.saysNothing()).isTrue();
    }

    @Test
    void marks_that_turn_the_text_and_control_characters_are_left_out() {
        var card = card("<title>Facture\u202Egpj.exe\u2066 \u0007 fin</title>");

        assertThat(card.title()).isEqualTo("Facturegpj.exe fin");
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        var title = card("<title>" + "👩‍👩‍👧".repeat(400) + "</title>").title();

        assertThat(title.codePointCount(0, title.length())).isLessThanOrEqualTo(Card.MOST_TITLE);
        assertThat(card("<meta name=description content='" + "é".repeat(5000) + "'>")
                        .description())
                .hasSizeLessThanOrEqualTo(Card.MOST_DESCRIPTION)
                .startsWith("ééé");
    }

    @Test
    void a_mark_decides_the_charset_then_the_header_then_a_tag_then_whether_it_can_be_utf_8() {
        var latin = "<meta charset='iso-8859-1'><title>Été – 5 €</title>".getBytes(Charset.forName("windows-1252"));
        var utf8 = "<title>Été</title>".getBytes(StandardCharsets.UTF_8);
        var marked = "\uFEFF<title>Été</title>".getBytes(StandardCharsets.UTF_16LE);

        assertThat(PageText.of(latin, "text/html")).contains("Été – 5 €");
        assertThat(PageText.of(utf8, "text/html; charset=\"UTF-8\"")).contains("Été");
        assertThat(PageText.of(utf8, "text/html; charset=klingon")).contains("Été");
        assertThat(PageText.of(marked, "text/html; charset=utf-8")).contains("Été");
        assertThat(PageText.of("<title>Été</title>".getBytes(Charset.forName("windows-1252")), "text/html"))
                .contains("Été");
    }

    @Test
    void broken_pages_end_in_a_card_and_long_ones_in_time() {
        var random = new Random(7);
        var pieces =
                new String[] {"<", ">", "meta ", "title", "\"", "'", "=", "<!--", "-->", "&#", ";", " ", "og:title", "/"
                };
        for (var page = 0; page < 2_000; page++) {
            var html = new StringBuilder();
            for (var i = random.nextInt(60); i > 0; i--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThatCode(() -> card(html.toString())).as(html.toString()).doesNotThrowAnyException();
        }
        for (var piece :
                new String[] {"<", "<a", "<title", "<title>", "<!--", "<meta a='", "<a b", "</", "<meta &", "<script>"
                }) {
            var html = piece.repeat(3_000_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> card(html), piece);
        }
    }
}
