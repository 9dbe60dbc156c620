package dev.parvis.functions.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.functions.api.posts.AwaitedMedia;
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
    private static final String AWAITED = "media_not_uploaded";

    private final Optional<Function<Content, Optional<FieldError>>> named;
    private final Optional<Repetitions> repeated;
    private final List<Function<PostReader.Read, Optional<FieldError>>> looks;
    private final Set<String> meant;

    private Doubts(
            Optional<Function<Content, Optional<FieldError>>> named,
            Optional<Repetitions> repeated,
            List<Function<PostReader.Read, Optional<FieldError>>> looks,
            Set<String> meant) {
        this.named = named;
        this.repeated = repeated;
        this.looks = looks;
        this.meant = meant;
    }

    /** Of what is not confirmed: codes with commas between them. */
    static Doubts but(
            String confirmed, Supplier<Function<Content, Optional<FieldError>>> named, Supplier<Repetitions> repeated) {
        var codes = confirmed.isEmpty()
                ? Set.<String>of()
                : Stream.of(confirmed.split(",", -1)).collect(Collectors.toSet());
        if (!Set.of(NAMED, REPEATED, STILL, AWAITED).containsAll(codes)) {
            throw Problem.of(
                            Problem.Code.INVALID_REQUEST,
                            "confirmed is " + NAMED + ", " + REPEATED + ", " + STILL + ", " + AWAITED
                                    + ", several with commas between them, or left out.")
                    .exception();
        }
        return new Doubts(
                codes.contains(NAMED) ? Optional.empty() : Optional.of(named.get()),
                codes.contains(REPEATED) ? Optional.empty() : Optional.of(repeated.get()),
                List.of(),
                codes);
    }

    /** The same, pictures looked at too, and whether each file has come; asked for only where that is not confirmed. */
    Doubts looking(Supplier<StillPictures> pictures, Supplier<AwaitedMedia> awaited) {
        var looking = new ArrayList<Function<PostReader.Read, Optional<FieldError>>>();
        if (!meant.contains(STILL)) {
            looking.add(pictures.get()::fault);
        }
        if (!meant.contains(AWAITED)) {
            looking.add(awaited.get()::fault);
        }
        return new Doubts(named, repeated, List.copyOf(looking), meant);
    }

    Stream<FieldError> about(PostReader.Read read) {
        return Stream.concat(
                        Stream.of(
                                named.flatMap(find -> find.apply(read.content())),
                                repeated.flatMap(find -> find.fault(read))),
                        looks.stream().map(look -> look.apply(read)))
                .flatMap(Optional::stream);
    }

    /** The row goes out under this id. */
    void keep(PostId post, PostReader.Read read) {
        repeated.ifPresent(said -> said.keep(post, read));
    }
}
