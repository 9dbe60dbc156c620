package dev.parvis.domain.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is found among many is what comparing each with each finds. */
class LikenessesTest {
    private static final long SEED = 20261121;

    private final Random random = new Random(SEED);

    /** Of forty words, most like those of another. */
    private String text(int kind) {
        return IntStream.range(0, 40)
                .mapToObj(word -> random.nextInt(20) == 0 ? "autre" + random.nextInt() : "mot" + kind + "x" + word)
                .collect(Collectors.joining(" "));
    }

    @Test
    void it_finds_what_comparing_with_each_finds_each_once() {
        var texts = IntStream.range(0, 400)
                .mapToObj(i -> text(random.nextInt(20)))
                .map(text -> Gist.of(List.of(text)))
                .toList();
        var likenesses = new Likenesses<Integer>();
        var pairs = 0;

        for (var i = 0; i < texts.size(); i++) {
            var here = texts.get(i);
            var found = new ArrayList<>(likenesses.of(here, _ -> true).toList());
            var wanted = IntStream.range(0, i)
                    .filter(before -> texts.get(before).isLike(here))
                    .boxed()
                    .toList();
            assertThat(found).as("seed " + SEED).containsExactlyInAnyOrderElementsOf(wanted);
            pairs += wanted.size();
            likenesses.add(here, i);
        }

        assertThat(pairs).as("pairs that are alike").isBetween(500, 4_000);
    }

    @Test
    void nothing_is_like_nothing_and_what_is_not_wanted_is_not_found() {
        var likenesses = new Likenesses<String>();
        likenesses.add(Gist.NONE, "rien");
        likenesses.add(Gist.of(List.of("Du pain frais")), "pain");

        assertThat(likenesses.of(Gist.NONE, _ -> true)).isEmpty();
        assertThat(likenesses.of(Gist.of(List.of("du pain frais !")), _ -> true))
                .containsExactly("pain");
        assertThat(likenesses.of(Gist.of(List.of("Du pain frais")), "rien"::equals))
                .isEmpty();
    }
}
