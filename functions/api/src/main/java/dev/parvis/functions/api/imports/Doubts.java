package dev.parvis.functions.api.imports;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.functions.api.posts.PostReader;
import dev.parvis.functions.api.posts.Repetitions;
import dev.parvis.functions.api.posts.StillPictures;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.FieldError;

/**
 * What may be meant, and may be a mistake that nobody can take back: of each row that goes out, unless it is confirmed for
 * the whole file.
 */
final class Doubts {
    private static final String NAMED = "other_brand_named";
    private static final String REPEATED = "said_before";
    private static final String STILL = "animation_lost";

    private final Optional<Function<Content, Optional<FieldError>>> named;
    private final Optional<Repetitions> repeated;
    private final Function<PostReader.Read, Optional<FieldError>> stills;
    private final boolean stillsAreMeant;

    private Doubts(
            Optional<Function<Content, Optional<FieldError>>> named,
            Optional<Repetitions> repeated,
            Function<PostReader.Read, Optional<FieldError>> stills,
            boolean stillsAreMeant) {
        this.named = named;
        this.repeated = repeated;
        this.stills = stills;
        this.stillsAreMeant = stillsAreMeant;
    }

    /** Of what is not confirmed: codes with commas between them. */
    static Doubts but(
            String confirmed, Supplier<Function<Content, Optional<FieldError>>> named, Supplier<Repetitions> repeated) {
        var codes = confirmed.isEmpty()
                ? Set.<String>of()
                : Stream.of(confirmed.split(",", -1)).collect(Collectors.toSet());
        if (!Set.of(NAMED, REPEATED, STILL).containsAll(codes)) {
            throw Problem.of(
                            Problem.Code.INVALID_REQUEST,
                            "confirmed is " + NAMED + ", " + REPEATED + ", " + STILL
                                    + ", several with commas between them, or left out.")
                    .exception();
        }
        return new Doubts(
                codes.contains(NAMED) ? Optional.empty() : Optional.of(named.get()),
                codes.contains(REPEATED) ? Optional.empty() : Optional.of(repeated.get()),
                _ -> Optional.empty(),
                codes.contains(STILL));
    }

    /** The same, pictures looked at too. */
    Doubts looking(StillPictures pictures) {
        return stillsAreMeant ? this : new Doubts(named, repeated, pictures::fault, false);
    }

    Stream<FieldError> about(PostReader.Read read) {
        return Stream.of(
                        named.flatMap(find -> find.apply(read.content())),
                        repeated.flatMap(find -> find.fault(read)),
                        stills.apply(read))
                .flatMap(Optional::stream);
    }

    /** The row goes out under this id. */
    void keep(PostId post, PostReader.Read read) {
        repeated.ifPresent(said -> said.keep(post, read));
    }
}
