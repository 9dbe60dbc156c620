package dev.parvis.functions.api.calls;

import java.util.Optional;
import java.util.function.Function;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;

/** Ids in paths: one that cannot be an id names nothing. */
public final class Ids {
    private Ids() {}

    public static <I> I of(String text, Function<String, I> parse) {
        return parsed(text, parse).orElseThrow(Ids::nothingHere);
    }

    /** The id, if the text can be one. */
    public static <I> Optional<I> parsed(String text, Function<String, I> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public static ProblemException nothingHere() {
        return Problem.of(Problem.Code.NOT_FOUND, "There is nothing here, or not in a workspace of yours.")
                .exception();
    }
}
