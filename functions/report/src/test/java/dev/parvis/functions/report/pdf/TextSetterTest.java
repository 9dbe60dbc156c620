package dev.parvis.functions.report.pdf;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextSetterTest {
    private static final Style STYLE = Style.CELL;
    private final TextSetter setter = new TextSetter(new FontShelf());

    @Test
    void no_line_is_wider_than_it_may_be() {
        String text = "Une cuvée ".repeat(20) + "W".repeat(300) + "今週の新しいパン".repeat(10) + "محمد الأمين ".repeat(10);

        List<Line> lines = setter.lines(text, STYLE, 90, TextSetter.ALL_LINES);

        assertThat(lines)
                .allSatisfy(line -> assertThat(line.width() * STYLE.size()).isLessThanOrEqualTo(90.01f));
    }

    @Test
    void a_text_cut_short_ends_in_an_ellipsis() {
        List<Line> lines = setter.lines("Une cuvée d’automne arrivée ce matin", STYLE, 60, 2);

        assertThat(lines).hasSize(2);
        assertThat(text(lines.getLast())).endsWith("…");
        assertThat(lines.getLast().width() * STYLE.size()).isLessThanOrEqualTo(60.01f);
    }

    @Test
    void unbreakable_spaces_hold_and_no_line_starts_with_a_sign() {
        String price = "prix : 12\u202f500\u00a0€ !";

        List<Line> lines = setter.lines(price, STYLE, 44, TextSetter.ALL_LINES);

        assertThat(lines).extracting(TextSetterTest::text).containsExactly("prix :", "12\u202f500\u00a0€ !");
    }

    @Test
    void japanese_breaks_between_letters_but_never_before_a_full_stop() {
        List<Line> lines = setter.lines("お待ちしております。", STYLE, 9 * 8.01f, TextSetter.ALL_LINES);

        assertThat(lines).extracting(TextSetterTest::text).containsExactly("お待ちしておりま", "す。");
    }

    @Test
    void right_to_left_runs_stand_in_visual_order_within_a_french_line() {
        Line line = setter.line("par שלום (2026)", STYLE);

        assertThat(text(line)).isEqualTo("par (2026) םולש");
        assertThat(line.rightToLeft()).isFalse();
        assertThat(setter.line("(שלום) par", STYLE).rightToLeft()).isTrue();
        assertThat(text(setter.line("(שלום) par", STYLE))).isEqualTo("par (םולש)");
    }

    private static String text(Line line) {
        return line.pieces().stream()
                .map(piece -> switch (piece) {
                    case Piece.Text words -> words.characters();
                    case Piece.Box box -> "[" + box.label() + "]";
                })
                .collect(Collectors.joining());
    }
}
