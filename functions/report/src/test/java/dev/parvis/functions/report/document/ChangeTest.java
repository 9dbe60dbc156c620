package dev.parvis.functions.report.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangeTest {
    private static final Comparison NOTHING = new Comparison.Nothing();

    @Test
    void a_change_has_a_percentage_of_the_earlier_value() {
        assertThat(text(count(412), since(count(400)))).isEqualTo("+12 (+3,0\u00a0%)");
        assertThat(text(count(0), since(count(8)))).isEqualTo("−8 (−100,0\u00a0%)");
        assertThat(text(count(8), since(count(8)))).isEqualTo("inchangé");
        assertThat(text(decimal("3.25"), since(decimal("2.5")))).isEqualTo("+0,75 (+30,0\u00a0%)");
        assertThat(text(minutes(47), since(minutes(65)))).isEqualTo("−18\u00a0min (−27,7\u00a0%)");
    }

    @Test
    void without_a_base_there_is_no_percentage() {
        assertThat(text(count(7), since(count(0)))).isEqualTo("+7 (base nulle, pas de pourcentage)");
        assertThat(text(count(7), since(count(-3)))).isEqualTo("+10 (base négative, pas de pourcentage)");
        assertThat(text(count(7), NOTHING)).isEqualTo("pas de comparaison");
        assertThat(text(count(7), new Comparison.Incomparable("définition changée")))
                .isEqualTo("pas de comparaison (définition changée)");
    }

    @Test
    void shares_move_in_points() {
        assertThat(text(share(32, 1000), since(share(28, 1000)))).isEqualTo("+0,4\u00a0pt");
        assertThat(text(share(32, 1000), since(share(0, 0)))).isEqualTo("pas de comparaison (base nulle)");
        assertThat(text(share(0, 0), since(share(1, 2)))).isEqualTo("pas de comparaison (base nulle)");
    }

    @Test
    void figures_of_different_kinds_are_never_held_against_each_other() {
        assertThatThrownBy(() -> measured(count(1), since(share(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Count held against a Share");
        assertThatThrownBy(() -> new Figure.Measured(count(1), NOTHING, List.of(), List.of()))
                .hasMessage("a measured figure without a source");
    }

    private static String text(Quantity value, Comparison comparison) {
        Formats formats = new Formats(ReportLanguage.FRENCH, SampleReports.PARIS);
        return Change.text(measured(value, comparison), ReportLanguage.FRENCH, formats);
    }

    private static Figure.Measured measured(Quantity value, Comparison comparison) {
        return new Figure.Measured(value, comparison, List.of(SampleReports.FOLLOWERS), List.of());
    }

    private static Comparison since(Quantity previous) {
        return new Comparison.Previous(previous);
    }

    private static Quantity count(long value) {
        return new Quantity.Count(value);
    }

    private static Quantity decimal(String value) {
        return new Quantity.Decimal(new BigDecimal(value));
    }

    private static Quantity share(long part, long base) {
        return new Quantity.Share(part, base, "abonnés");
    }

    private static Quantity minutes(long minutes) {
        return new Quantity.Span(Duration.ofMinutes(minutes));
    }
}
