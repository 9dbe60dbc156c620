package dev.parvis.fakes.http;

import java.time.Duration;

/** What breaks, and at which step of a request. A cut is a TCP reset. */
public sealed interface Fault {
    /** Steps of a request at which it can be slow or be held. */
    enum Step {
        /** The head was read, the body was not. */
        BEFORE_READ,
        /** All was read, nothing was done. */
        BEFORE_EFFECT,
        /** It was done, nothing was answered. */
        AFTER_EFFECT,
        /** The head of the answer and half of its body were sent. */
        MID_ANSWER
    }

    /** Reset once the head is read (it takes the head to know the route); the body stays unread, nothing is done. */
    record CutBeforeRead() implements Fault {}

    /** Read everything, do nothing, reset. */
    record CutBeforeEffect() implements Fault {}

    /** Do it, then reset without a byte of answer. */
    record CutAfterEffect() implements Fault {}

    /** Do it, send the answer's head and {@code bytes} of its body, then reset. */
    record CutMidAnswer(int bytes) implements Fault {}

    /** Wait at {@code step}, then go on as if nothing were; at MID_ANSWER the wait stands between any two bytes of the body. */
    record Slow(Step step, Duration delay) implements Fault {}

    /** Do nothing and answer this. */
    record Answer(Response response) implements Fault {}

    /** Do it and answer this instead of what it gave. */
    record AnswerAfterEffect(Response response) implements Fault {}

    /** Do it and answer 200 with a JSON content type and bytes that are not JSON. */
    record Garbage() implements Fault {}

    /** Do it and answer 200 with a valid JSON body of about {@code bytes}. */
    record Oversize(long bytes) implements Fault {}

    /** Do it and answer 200 with a gzip body that unpacks to {@code bytes}, a thousandth of it on the wire. */
    record GzipBomb(long bytes) implements Fault {}

    /** Do it and answer 200 with a chunked body that goes on until the client or the server closes. */
    record Endless() implements Fault {}

    /** Stop at {@code step} until the hold is released. */
    record Hang(Step step, Hold hold) implements Fault {}

    /** Is it decided on the head alone? */
    default boolean beforeRead() {
        return switch (this) {
            case CutBeforeRead _ -> true;
            case Slow(Step step, Duration _) -> step == Step.BEFORE_READ;
            case Hang(Step step, Hold _) -> step == Step.BEFORE_READ;
            case CutBeforeEffect _,
                    CutAfterEffect _,
                    CutMidAnswer _,
                    Answer _,
                    AnswerAfterEffect _,
                    Garbage _,
                    Oversize _,
                    GzipBomb _,
                    Endless _ -> false;
        };
    }

    default String label() {
        return switch (this) {
            case CutBeforeRead _ -> "cut_before_read";
            case CutBeforeEffect _ -> "cut_before_effect";
            case CutAfterEffect _ -> "cut_after_effect";
            case CutMidAnswer _ -> "cut_mid_answer";
            case Slow(Step step, Duration _) -> step == Step.MID_ANSWER ? "slow_answer" : "slow_" + lower(step);
            case Answer _ -> "answer";
            case AnswerAfterEffect _ -> "answer_after_effect";
            case Garbage _ -> "garbage";
            case Oversize _ -> "oversize";
            case GzipBomb _ -> "gzip_bomb";
            case Endless _ -> "endless";
            case Hang(Step step, Hold _) -> "hang_" + lower(step);
        };
    }

    private static String lower(Step step) {
        return step.name().toLowerCase(java.util.Locale.ROOT);
    }
}
