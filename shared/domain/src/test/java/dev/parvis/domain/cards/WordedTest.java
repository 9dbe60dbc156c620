package dev.parvis.domain.cards;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;

import static org.assertj.core.api.Assertions.assertThat;

class WordedTest {
    @Test
    void an_answer_whose_link_is_worded_is_still_an_answer() {
        var answered = new Answered("i1", ItemKind.COMMENT, "n1", "", "lea");
        var link = new Content.Link("https://helios.example", "", "");
        var answer = new Content("Oui", Optional.of(link), List.of(), "fr").answering(Optional.of(answered));
        var card = new Card("Hélios", "Le café", Optional.empty(), Optional.empty());

        var worded = new Worded(_ -> Optional.of(card)).of(answer);

        assertThat(worded.link().orElseThrow().title()).isEqualTo("Hélios");
        assertThat(worded.answers()).contains(answered);
    }
}
