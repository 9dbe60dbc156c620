package dev.parvis.domain.items;

import java.time.Instant;

/**
 * A post that answers an interaction. It is kept here before the post itself is, so that of two who answer at once one is
 * told of the other; a post that is not there some time later was never made.
 *
 * @param post the post's id
 */
public record Answer(String post, Instant begunAt, Fate fate) {
    /** What became of it. */
    public sealed interface Fate {
        /** It is on its way, waits for a person, or nobody knows yet. */
        record UnderWay() implements Fate {}

        record Out(Instant at) implements Fate {}

        /** It is surely not out, and will not go out by itself. */
        record NotOut() implements Fate {}
    }

    public static Answer begun(String post, Instant at) {
        return new Answer(post, at, new Fate.UnderWay());
    }

    public Answer with(Fate now) {
        return new Answer(post, begunAt, now);
    }

    public boolean isUnderWay() {
        return fate instanceof Fate.UnderWay;
    }

    /** Whether it is out, or may still be. */
    public boolean counts() {
        return switch (fate) {
            case Fate.UnderWay _, Fate.Out _ -> true;
            case Fate.NotOut _ -> false;
        };
    }
}
