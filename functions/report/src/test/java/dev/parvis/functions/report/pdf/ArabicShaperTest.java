package dev.parvis.functions.report.pdf;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArabicShaperTest {

    @Test
    void letters_take_the_form_of_their_place_in_the_word() {
        assertThat(ArabicShaper.shape("محمد")).isEqualTo("\uFEE3\uFEA4\uFEE4\uFEAA");
        assertThat(ArabicShaper.shape("دار")).isEqualTo("\uFEA9\uFE8D\uFEAD");
        assertThat(ArabicShaper.shape("مدرسة")).isEqualTo("\uFEE3\uFEAA\uFEAD\uFEB3\uFE94");
    }

    @Test
    void a_lam_and_an_alef_become_one_sign() {
        assertThat(ArabicShaper.shape("لا")).isEqualTo("\uFEFB");
        assertThat(ArabicShaper.shape("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        assertThat(ArabicShaper.shape("الأمين")).isEqualTo("\uFE8D\uFEF7\uFEE3\uFEF4\uFEE6");
    }

    @Test
    void vowel_signs_do_not_part_letters() {
        String vowelled = "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F";

        assertThat(ArabicShaper.shape(vowelled)).isEqualTo("\uFEE3\u064F\uFEA4\u064E\uFEE4\u0651\u064E\uFEAA");
    }

    @Test
    void persian_letters_join_and_a_non_joiner_parts_them() {
        assertThat(ArabicShaper.shape("پارس")).isEqualTo("\uFB58\uFE8E\uFEAD\uFEB1");
        assertThat(ArabicShaper.shape("می\u200cشود")).isEqualTo("\uFEE3\uFBFD\uFEB7\uFEEE\uFEA9");
    }

    @Test
    void other_scripts_are_left_alone() {
        assertThat(ArabicShaper.shape("Cœur d’Ébène 面包 שלום")).isEqualTo("Cœur d’Ébène 面包 שלום");
    }
}
