package dev.parvis.local.pages;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.domain.agenda.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class WordTest {
    @ParameterizedTest
    @MethodSource("dev.parvis.domain.agenda.Kind#all")
    void every_kind_of_work_that_waits_is_said_in_words(Kind<?> kind) {
        assertThat(Word.named(kind.name())).isPresent();
    }
}
