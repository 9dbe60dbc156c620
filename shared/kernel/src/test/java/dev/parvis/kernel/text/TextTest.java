package dev.parvis.kernel.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "abc|3",
                "é|1",
                "e\u0301|1",
                "😀|1",
                "👨‍👩‍👧‍👦|1",
                "👍🏽|1",
                "🇫🇷🇩🇪|2",
                "한국|2",
                "각|1",
                "1️⃣|1",
                "❤️|1"
            })
    void graphemes_are_counted_as_readers_see_them(String text, int count) {
        assertThat(Graphemes.count(text)).isEqualTo(count);
    }

    @Test
    void a_text_is_shortened_between_graphemes() {
        assertThat(Graphemes.first("a👨‍👩‍👧‍👦b", 2)).isEqualTo("a👨‍👩‍👧‍👦");
        assertThat(Graphemes.first("abc", 9)).isEqualTo("abc");
        assertThat(Graphemes.first("abc", 0)).isEmpty();
        assertThat(Graphemes.count("a\r\nb")).isEqualTo(3);
    }

    @Test
    void bytes_are_counted_and_cut_as_utf_8_writes_them() {
        var random = new Random(4);
        for (var i = 0; i < 5000; i++) {
            var points = random.ints(random.nextInt(20), 0, 0x110000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .toArray();
            var text = new String(points, 0, points.length);
            var max = random.nextInt(40);

            var cut = Utf8.cut(text, max);

            assertThat(Utf8.length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
            assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).contains(text);
            assertThat(Utf8.wellFormed(text)).isEqualTo(text);
            assertThat(text).startsWith(cut);
            assertThat(Utf8.length(cut)).isLessThanOrEqualTo(max);
            if (cut.length() < text.length()) {
                assertThat(Utf8.length(text.substring(0, text.offsetByCodePoints(cut.length(), 1))))
                        .isGreaterThan(max);
            }
        }
    }

    @Test
    void lone_surrogates_are_replaced_and_broken_bytes_are_no_text() {
        assertThat(Utf8.wellFormed("a\uD83D")).isEqualTo("a\uFFFD");
        assertThat(Utf8.wellFormed("\uDE00\uD83D\uDE00\uD83D")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
        assertThat(Utf8.length("\uD83D")).isEqualTo(3);
        assertThat(Utf8.decode(new byte[] {(byte) 0xC3})).isEmpty();
    }

    @Test
    void rows_are_written_as_rfc_4180_says_and_numbers_stay_numbers() {
        var csv = new Csv()
                .row("name", "count", "rate")
                .row("Chez \"Paul\", Paris\nrue X", -5L, new BigDecimal("1E+3"))
                .row(null, 0, true);

        assertThat(csv.toString())
                .isEqualTo("\"name\",\"count\",\"rate\"\r\n\"Chez \"\"Paul\"\", Paris\nrue X\",-5,1000\r\n,0,true\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=HYPERLINK(\"http://x\")",
                "−1",
                "\u3000=1",
                "\uFEFF=1",
                "\u200B=1",
                "\"=1"
            })
    void a_cell_that_a_spreadsheet_could_run_is_defused(String cell) {
        var written = new Csv().row(cell).toString();

        if (cell.startsWith("\"")) {
            assertThat(written).isEqualTo("\"\"\"=1\"\r\n");
        } else {
            assertThat(written).startsWith("\"'");
        }
    }

    @Test
    void a_harmless_cell_is_left_as_it_is() {
        assertThat(new Csv().row("a=b", "", "'x", "é", "1-2").toString())
                .isEqualTo("\"a=b\",\"\",\"'x\",\"é\",\"1-2\"\r\n");
        assertThatThrownBy(() -> new Csv().row(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
