package dev.parvis.kernel.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonTest {

    @Test
    void a_tree_reads_back_as_it_was_written() {
        var text = "{\"b\":[1,2.50,-3e7,true,false,null,{}],\"a\":{\"é\":\"\\\"\\\\\\n\\u0000 😀\"},\"empty\":[]}";

        var json = Json.parse(text);

        assertThat(json.toString())
                .isEqualTo(
                        "{\"b\":[1,2.50,-3E+7,true,false,null,{}],\"a\":{\"é\":\"\\\"\\\\\\n\\u0000 😀\"},\"empty\":[]}");
        assertThat(Json.parse(json.bytes())).isEqualTo(json);
    }

    @Test
    void random_trees_survive_writing_and_reading() {
        var random = new Random(20261121);
        for (var i = 0; i < 3000; i++) {
            var tree = tree(random, 4);

            assertThat(Json.parse(tree.bytes())).isEqualTo(tree);
            assertThat(Json.parse(tree.bytes()).toString()).isEqualTo(tree.toString());
        }
    }

    @Test
    void random_bytes_are_read_or_refused_and_nothing_else() {
        var random = new Random(99);
        var good = "{\"a\":[1,\"x\",{\"b\":null}],\"c\":1.5e3}".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 20_000; i++) {
            var bytes = good.clone();
            for (var n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Json.parse(bytes)).isNotNull();
            } catch (MalformedJson e) {
                assertThat(e.line()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "nul",
                "NaN",
                "-Infinity",
                "01",
                "+1",
                ".5",
                "1.",
                "\"\t\"",
                "\"\\x\"",
                "\"open",
                "1 2",
                "{} {}",
                "[] x",
                "// c\n1",
                "/* c */ 1",
                "\u0000",
                "{\"a\":1 \"b\":2}",
                "]",
                "{\"a\"}",
                "[1 2]",
                "\"\\ud83\"",
                "tru",
                "{\"a\":1}}"
            })
    void what_is_not_strict_json_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(MalformedJson.class)
                .hasMessageMatching("(?s).+ \\(line \\d+, column \\d+\\)");
    }

    @Test
    void the_place_of_an_error_is_its_line_and_column_and_its_text_stays_out_of_the_message() {
        var failed = catchThrowableOfType(MalformedJson.class, () -> Json.parse("{\"token\":\n  hunter2}"));

        assertThat(failed.line()).isEqualTo(2);
        assertThat(failed.column()).isBetween(3, 11);
        assertThat(failed).hasMessageNotContaining("hunter2");
    }

    @Test
    void a_name_that_stands_twice_is_refused_also_when_it_is_spelled_differently() {
        assertThatThrownBy(() -> Json.parse("{\"a\":1,\"b\":2,\"\\u0061\":3}")).hasMessageContaining("stands twice");
        assertThat(Json.parse("{\"a\":{\"a\":1},\"b\":{\"a\":1}}").at("b", "a").whole())
                .contains(1L);
    }

    @Test
    void sixty_four_levels_are_read_and_one_more_is_not() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(Json.Arr.class);
        assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65))).hasMessageContaining("deeper than 64");
        assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(100_000))).hasMessageContaining("deeper than 64");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_where_they_stand() {
        var overlong = new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'};
        var surrogate = new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        var latin = "[\n\"é\"]".getBytes(StandardCharsets.ISO_8859_1);
        var utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16BE);

        for (var bytes : List.of(overlong, surrogate, latin)) {
            assertThatThrownBy(() -> Json.parse(bytes)).hasMessageContaining("not valid UTF-8");
        }
        assertThat(catchThrowableOfType(MalformedJson.class, () -> Json.parse(latin))
                        .line())
                .isEqualTo(2);
        assertThatThrownBy(() -> Json.parse(utf16)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(Json.parse("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(Json.obj());
    }

    @Test
    void a_lone_surrogate_becomes_the_replacement_character() {
        assertThat(Json.parse("\"a\\ud83dz\"").text()).contains("a\uFFFDz");
        assertThat(Json.parse("\"\\ud83d\\ude00\"").text()).contains("😀");
        assertThat(Json.parse("{\"\\udc00\":1}").at("\uFFFD").whole()).contains(1L);
    }

    @Test
    void what_its_writer_will_see_again_is_refused_rather_than_altered() {
        var half = "[\"a\\ud83dz\"]".getBytes(StandardCharsets.UTF_8);
        var whole = "[\"\\ud83d\\ude00 �\"]".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.parseUnaltered(half)).hasMessageContaining("half of a surrogate pair");
        assertThat(Json.parseUnaltered(whole).at(0).text()).contains("😀 �");
    }

    @Test
    void more_bytes_than_allowed_are_refused_unread() {
        assertThatThrownBy(() -> Json.parse("[1,2,3]".getBytes(StandardCharsets.UTF_8), 6))
                .hasMessageContaining("larger than 6 bytes");
        assertThatThrownBy(() -> Json.parse(new byte[Json.DEFAULT_MAX_BYTES + 1]))
                .hasMessageContaining("larger than");
    }

    @Test
    void numbers_are_exact() {
        assertThat(Json.parse("9223372036854775807").whole()).contains(Long.MAX_VALUE);
        assertThat(Json.parse("9223372036854775808").whole()).isEmpty();
        assertThat(Json.parse("1e3").whole()).contains(1000L);
        assertThat(Json.parse("1.0").whole()).contains(1L);
        assertThat(Json.parse("1.5").whole()).isEmpty();
        assertThat(Json.parse("0.1").number()).contains(new BigDecimal("0.1"));
        assertThat(Json.parse("109381234567890123456").toString()).isEqualTo("109381234567890123456");
        assertThat(Json.of(0.1).toString()).isEqualTo("0.1");
    }

    @Test
    @Timeout(5)
    void a_number_with_a_monstrous_exponent_costs_nothing() {
        assertThat(Json.parse("1e999999999").whole()).isEmpty();
        assertThat(Json.parse("-1e-999999999").whole()).isEmpty();
        assertThatThrownBy(() -> Json.parse("1".repeat(401))).isInstanceOf(MalformedJson.class);
    }

    private static Json tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> Json.of(text(random));
            case 1 -> Json.of(random.nextLong());
            case 2 -> Json.of(BigDecimal.valueOf(random.nextInt(), random.nextInt(10)));
            case 3 -> Json.of(random.nextBoolean());
            case 4 -> Json.nil();
            case 5 ->
                Json.arr(random.ints(random.nextInt(4), 0, 9)
                        .mapToObj(i -> tree(random, depth - 1))
                        .toArray());
            default -> {
                var object = Json.obj();
                for (var i = random.nextInt(4); i > 0; i--) {
                    object = object.with(text(random), tree(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        var points = random.ints(random.nextInt(6), 0, 0x10FFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .toArray();
        Arrays.setAll(points, i -> random.nextBoolean() ? points[i] % 0x80 : points[i]);
        return new String(points, 0, points.length);
    }
}
