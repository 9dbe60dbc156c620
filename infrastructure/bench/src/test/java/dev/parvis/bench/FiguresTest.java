package dev.parvis.bench;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FiguresTest {

    @Test
    void the_median_is_the_middle_one_whatever_the_order() {
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
    }

    @Test
    void of_an_even_number_it_is_the_mean_of_the_two_in_the_middle() {
        assertThat(Figures.median(List.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(3);
    }

    @Test
    void a_percentile_lies_between_its_neighbours_in_proportion() {
        var hundred = List.of(0.0, 10.0, 20.0, 30.0, 40.0);

        assertThat(Figures.percentile(hundred, 0)).isEqualTo(0);
        assertThat(Figures.percentile(hundred, 30)).isEqualTo(12);
        assertThat(Figures.percentile(hundred, 99)).isEqualTo(39.6);
        assertThat(Figures.percentile(hundred, 100)).isEqualTo(40);
    }

    @Test
    void one_value_is_all_its_percentiles() {
        assertThat(Figures.percentile(List.of(7.0), 99)).isEqualTo(7);
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(() -> Figures.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_have_a_point_in_every_language() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.FRANCE);
        try {
            assertThat(Figures.number(1234.56, 1)).isEqualTo("1234.6");
            assertThat(Figures.number(3, 0)).isEqualTo("3");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void figures_for_json_are_rounded_to_the_decimals_asked_for() {
        assertThat(Figures.rounded(2.345678, 2)).isEqualTo(2.35);
        assertThat(Figures.rounded(57.96, 0)).isEqualTo(58);
    }
}
