package dev.parvis.functions.api.calls;

import java.util.Optional;
import java.util.function.Function;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
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

    /**
     * A brand of the caller's workspace, by an id of a path or a query; another workspace's, or one that the caller does
     * not see, is nothing here.
     */
    public static Brand brand(Brands brands, Caller caller, String text) {
        return brands.find(caller.workspace(), of(text, BrandId::new))
                .filter(brand -> caller.sees(brand.id()))
                .orElseThrow(Ids::nothingHere);
    }

    public static ProblemException nothingHere() {
        return Problem.of(Problem.Code.NOT_FOUND, "There is nothing here, or not in a workspace of yours.")
                .exception();
    }
}
