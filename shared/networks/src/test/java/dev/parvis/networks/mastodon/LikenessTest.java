package dev.parvis.networks.mastodon;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.posts.Attempt;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessTest {
    private static final String TEXT =
            "Une *grande* place <ouverte> à toutes et à tous, samedi à Paris @alice@other.example";

    @Test
    void it_survives_its_trace() {
        var likeness = Likeness.of("103270115826048975", "103270115826048970", TEXT);

        assertThat(Likeness.read(likeness.trace())).isEqualTo(likeness);
        assertThat(Likeness.read("103270115826048975")).isEqualTo(Likeness.of("103270115826048975", "", ""));
    }

    @Test
    void a_trace_fits_the_attempt_however_long_the_text() {
        var words = new StringBuilder();
        for (var i = 0; i < 500; i++) {
            words.append("mot").append(i).append(' ');
        }

        var trace =
                Likeness.of("1".repeat(100), "2".repeat(100), words.toString()).trace();

        assertThat(new Attempt("k", "f", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, trace).trace())
                .isEqualTo(trace);
    }

    @Test
    void a_text_that_a_server_rewrote_might_be_ours_and_another_is_not() {
        var likeness = Likeness.of("1", "", TEXT);

        assertThat(likeness.in("Une grande place à toutes et à tous, samedi à Paris @alice"))
                .isGreaterThanOrEqualTo(Likeness.DOUBTFUL);
        assertThat(likeness.in("Une grande place à toutes")).isLessThan(Likeness.DOUBTFUL + 0.1);
        assertThat(likeness.in("Le marché de lundi est annulé")).isLessThan(Likeness.DOUBTFUL);
    }

    @Test
    void what_answers_another_post_stands_elsewhere_and_what_answers_none_may_have_forgotten_it() {
        var part = Likeness.read(Likeness.of("12", "11", TEXT).trace());
        var first = Likeness.read(Likeness.of("12", "", TEXT).trace());

        assertThat(part.isElsewhere("10")).isTrue();
        assertThat(part.isElsewhere("11")).isFalse();
        assertThat(part.isElsewhere("")).isFalse();
        assertThat(first.isElsewhere("11")).isTrue();
        assertThat(first.isElsewhere("")).isFalse();
    }

    @Test
    void a_text_without_words_resembles_nothing() {
        assertThat(Likeness.of("1", "", "👍").in("👍")).isZero();
    }
}
