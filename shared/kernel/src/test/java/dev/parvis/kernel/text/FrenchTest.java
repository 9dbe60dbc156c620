package dev.parvis.kernel.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrenchTest {
    @Test
    void spaces_before_high_punctuation_and_inside_guillemets_do_not_break() {
        var text = "Rappel : « Café » ; prêt ? Oui ! 50 % et 20 €, 2 000 caractères";

        assertThat(French.spaced(text))
                .isEqualTo("Rappel\u00a0: «\u00a0Café\u00a0»\u202f; prêt\u202f? Oui\u202f! 50\u00a0% et 20\u00a0€, "
                        + "2\u202f000 caractères");
    }

    @Test
    void a_word_that_ends_or_begins_with_the_sign_keeps_its_space() {
        assertThat(French.spaced(" : ")).isEqualTo("\u00a0: ");
        assertThat(French.spaced("le 1 er, à 10:30, :-) et le 12 2026"))
                .isEqualTo("le 1 er, à 10:30, :-) et le 12 2026");
    }

    @Test
    void nothing_is_added_where_there_is_no_space() {
        assertThat(French.spaced("https://exemple.fr:443/?a=b;c Fin!")).isEqualTo("https://exemple.fr:443/?a=b;c Fin!");
    }
}
