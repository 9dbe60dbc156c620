package dev.parvis.functions.api.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.Media;
import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.CallFailed;
import dev.parvis.kernel.http.out.Limits;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Redirects;

/**
 * Fetches a media from where somebody says it is: no private address at any hop, no more than {@link #MOST_BYTES}, all over in
 * {@link #PATIENCE} however slowly it comes, and judged by its content. What fails leaves nothing behind.
 */
public final class MediaImport {
    /** Larger ones are uploaded: these are held in memory. */
    static final int MOST_BYTES = (int) Media.MOST_BYTES;

    static final Limits PATIENCE =
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(20), MOST_BYTES);

    private static final int MOST_REDIRECTS = 3;
    /** What servers say of files that they know nothing about. */
    private static final Set<String> UNTOLD = Set.of("", "application/octet-stream", "binary/octet-stream");

    private final Redirects redirects;
    private final Examiner examiner;
    private final Limits limits;

    public MediaImport(Outbound outbound, Examiner examiner) {
        this(outbound, examiner, PATIENCE);
    }

    MediaImport(Outbound outbound, Examiner examiner, Limits limits) {
        this.redirects = new Redirects(outbound);
        this.examiner = examiner;
        this.limits = limits;
    }

    /** What came of it. */
    sealed interface Fetched {
        /** Sound, and of this type by its content. Do not change the array. */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody; up to 20 MB
        record Sound(String type, byte[] bytes) implements Fetched {}

        /** {@code why} reads on after the field's name. */
        record Refused(String code, String why) implements Fetched {}
    }

    Fetched fetch(URI from) {
        try {
            var answer = redirects
                    .follow(Call.get(from).header("accept", "image/*, video/*").with(limits), MOST_REDIRECTS)
                    .answer();
            return answer.isSuccess()
                    ? judged(answer)
                    : new Fetched.Refused("not_answered", "answers " + answer.status() + ", not a file");
        } catch (CallFailed.NotSent failed) {
            return refused(failed.reason());
        } catch (CallFailed.MaybeSent failed) {
            return refused(failed.reason());
        }
    }

    private static Fetched.Refused refused(CallFailed.NotSent.Reason reason) {
        return switch (reason) {
            case REFUSED_ADDRESS, REFUSED_URL ->
                new Fetched.Refused("never_called", "leads, or is redirected, where we never call");
            case TOO_MANY_REDIRECTS -> new Fetched.Refused("never_called", "is redirected again and again");
            case DNS -> new Fetched.Refused("not_answered", "names a server that does not exist");
            case CONNECT, TLS, TIME_OUT, INTERRUPTED ->
                new Fetched.Refused("not_answered", "names a server that does not answer");
        };
    }

    private Fetched.Refused refused(CallFailed.MaybeSent.Reason reason) {
        return switch (reason) {
            case ANSWER_TOO_LARGE ->
                new Fetched.Refused(
                        "too_large",
                        "answers more than " + limits.maxAnswerBytes() + " bytes: upload larger files yourself");
            case TIME_OUT, INTERRUPTED ->
                new Fetched.Refused(
                        "too_slow",
                        "says nothing for " + limits.read().toSeconds() + " seconds, or does not end within "
                                + limits.total().toSeconds());
            case CUT, ANSWER_MALFORMED -> new Fetched.Refused("not_answered", "answers what breaks off in the middle");
        };
    }

    /** As the server says it is, if that is true; where it says nothing, as it is. */
    private Fetched judged(Answer answer) {
        var said = answer.header("content-type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (MediaInput.TYPES.containsKey(said)) {
            return examined(said, answer.body());
        }
        if (!UNTOLD.contains(said)) {
            return new Fetched.Refused("not_a_media", "answers neither an image nor a video that networks take");
        }
        return MediaInput.TYPES.keySet().stream()
                .map(type -> examined(type, answer.body()))
                .filter(Fetched.Sound.class::isInstance)
                .findFirst()
                .orElseGet(() ->
                        new Fetched.Refused("not_a_media", "answers neither an image nor a video that networks take"));
    }

    private Fetched examined(String type, byte[] bytes) {
        try {
            return switch (examiner.examine(type, new ByteArrayInputStream(bytes))) {
                case Examiner.Finding.Sound sound -> new Fetched.Sound(type, bytes);
                case Examiner.Finding.Unsound(var code, var reason) ->
                    new Fetched.Refused(code, "answers what cannot be used: " + reason);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException("read an array", impossible);
        }
    }
}
