package dev.parvis.domain.networks;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;

/** Publishes a content on an account: prepare as often as you like, send once, reconcile when in doubt. */
public interface Publishes extends Accepts {
    /** How this network is made safe against posting twice. */
    enum Safety {
        CLIENT_KEY,
        TWO_PHASES,
        REFUSAL_NAMES_TWIN,
        RECONCILE
    }

    Safety safety();

    /** The longest that {@link #send} may take, all in; it is never started when the lease leaves less. */
    Duration sendTimeout();

    /** How long after an attempt "not found" may be believed. */
    Duration quietTime();

    /** What images are made to for this account's server. */
    default ImageSize imageSize(Connection connection) {
        return ImageSize.of(limits(connection), 2400);
    }

    /**
     * All that can be done before the instant: uploads, shrinking, resolving. May be repeated: for a piece it prepares the
     * same post. Where something must lie on the network first, and become ready there, each call makes one thing and ends
     * in a {@link Preparation.Step}; it is called again, by this worker or the next, with what the steps have left.
     */
    Preparation prepare(Connection connection, Piece piece, MediaReader media);

    /** The one irreversible call. Never retries, nor does anything under it. */
    Sending send(Connection connection, String payload, Attempt attempt);

    /**
     * Looks for the post of an attempt that may have gone out.
     *
     * @param others native ids that other targets own: never ours
     */
    Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others);

    /**
     * The native id of a post of this account, by the address where people see it; empty when it is none, or when the
     * server's addresses do not tell (snac2).
     */
    Optional<String> nativeId(Channel channel, URI address);

    /** Deletes a post that we published; a post that is gone already counts as deleted. */
    Removal delete(Connection connection, String nativeId);

    /**
     * One post on the network: the first part of a target, or one that follows it.
     *
     * @param content of this part alone
     * @param key unique to this part of this target's revision, the same at every try
     * @param createdAt the instant the post will carry where the network lets us say it: fixed per part and revision
     * @param above empty for the first part of what answers nobody
     * @param left what the last step of preparing this piece has left on the network; empty when there was none
     */
    record Piece(Content content, String key, Instant createdAt, Optional<Above> above, String left) {
        /** A piece of which nothing has been prepared. */
        public Piece(Content content, String key, Instant createdAt, Optional<Above> above) {
            this(content, key, createdAt, above, "");
        }

        public Piece having(String nowLeft) {
            return new Piece(content, key, createdAt, above, nowLeft);
        }
    }

    /** What a part hangs on. */
    sealed interface Above {
        /**
         * A part of its own target.
         *
         * @param first the target's first part
         * @param parent the part that this one answers; the first one, for a comment
         */
        record Own(Publication first, Publication parent, Content.Kind kind) implements Above {}

        /** What somebody else wrote: of an answer's first part. */
        record Theirs(Answered item) implements Above {}

        /** The native id of what it answers. */
        default String answered() {
            return switch (this) {
                case Own(var _, var parent, var _) -> parent.nativeId();
                case Theirs(var item) -> item.nativeId();
            };
        }
    }

    /** Opens the bytes of a media of the content. */
    interface MediaReader {
        byte[] read(String mediaId, long most);

        /** An image, made to this size ahead where that was done; else as it was uploaded, and of at most so many bytes. */
        default byte[] read(String mediaId, long most, ImageSize size) {
            return read(mediaId, most);
        }

        /** A media too large to be held: its bytes as they come. */
        default Film film(String mediaId) {
            throw new IllegalStateException("this reader opens no videos");
        }
    }

    /**
     * A video of the content, of which nothing is held in memory.
     *
     * @param open its bytes from the first on, to be closed; each call opens it anew
     */
    record Film(String type, long bytes, int width, int height, Duration length, Supplier<InputStream> open) {}

    /** What is wrong with a content: which part (a JSON Pointer into it), and why, in words for a person. */
    record Violation(String pointer, String code, String detail) {}

    /** What became of preparing. */
    sealed interface Preparation {
        /**
         * @param payload all that the send needs, kept in memory only; opaque to the engine
         * @param trace what a later reconciliation needs beside key and fingerprint: goes into the attempt
         * @param fingerprint of the text as the network will show it
         * @param leftSomething whether something now lies on the network that a later worker should know of
         */
        record Ready(String payload, String trace, String fingerprint, boolean leftSomething) implements Preparation {}

        /**
         * Something lies on the network now, and more is to be done: it is written down before the next step is taken, so
         * that whoever takes over goes on from there. What a step makes without our learning it may lie there twice: it must
         * be such that nobody ever sees it.
         *
         * @param left where the next step goes on, at most {@link Target#MOST_LEFT} characters, opaque to the engine; empty
         *     when all that was left has died there
         * @param pause how long before the next step makes sense
         */
        record Step(String left, Duration pause) implements Preparation {}

        /** It can never be sent like this. */
        record Impossible(String code, String reason) implements Preparation {}

        /** The credential must be renewed first. */
        record Expired() implements Preparation {}

        /** Not now: nothing went out. */
        record Later(String reason, Duration notBefore) implements Preparation {}
    }

    /** What became of the irreversible call. */
    sealed interface Sending {
        /** @param firstByteAt when the request's first byte left: what lateness is measured to */
        record Published(String nativeId, String url, Instant firstByteAt) implements Sending {}

        /** The network refused for good: nothing went out. Of a comment nobody believes that without a look. */
        record Refused(String code, String reason) implements Sending {}

        /** The network surely did not take it; trying again is safe. */
        record NotTaken(String reason, Duration notBefore) implements Sending {}

        /** The credential has died; nothing went out. */
        record Expired() implements Sending {}

        /** It may have gone out: reconcile before anything else. */
        record Uncertain(String reason) implements Sending {}

        /**
         * The network refused it because this post is there already: made by an earlier try of ours, or one that looks
         * like it.
         *
         * @param madeAt when the post that is there was made, by the network's clock
         */
        record Twin(String nativeId, String url, Instant madeAt) implements Sending {}
    }

    /** What a look for a post gave. */
    sealed interface Reconciliation {
        record Found(String nativeId, String url) implements Reconciliation {}

        /** Proof that it did not go out, by a complete read of the source itself. */
        record Absent(String evidence) implements Reconciliation {}

        /** No proof either way yet. */
        record Undecided(String reason) implements Reconciliation {}

        /** No proof either way, but none is needed: sent again, it would be refused with the name of the first. */
        record SendAgain(String reason) implements Reconciliation {}

        /** The credential has died; nothing could be read. */
        record Expired() implements Reconciliation {}
    }

    /** What became of a deletion. */
    sealed interface Removal {
        record Removed() implements Removal {}

        record Refused(String reason) implements Removal {}

        record Expired() implements Removal {}

        record Later(String reason) implements Removal {}
    }
}
