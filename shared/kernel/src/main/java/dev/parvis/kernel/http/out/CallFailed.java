package dev.parvis.kernel.http.out;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A call without a whole answer. Its two kinds differ in the one thing that counts: whether anything may have left. */
public abstract sealed class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CallFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Not one byte of the request was written: it may be made again without a thought. */
    public static final class NotSent extends CallFailed {
        private static final long serialVersionUID = 1L;

        private final NotSent.Reason reason;

        NotSent(NotSent.Reason reason, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        public NotSent.Reason reason() {
            return reason;
        }

        /** What stood in the way. The last three will not go away by themselves. */
        public enum Reason {
            DNS,
            CONNECT,
            TLS,
            TIME_OUT,
            INTERRUPTED,
            REFUSED_ADDRESS,
            REFUSED_URL,
            TOO_MANY_REDIRECTS
        }
    }

    /** At least one byte may have been written: the other side may have acted. */
    public static final class MaybeSent extends CallFailed {
        private static final long serialVersionUID = 1L;

        private final MaybeSent.Reason reason;
        private final Instant firstByteSentAt;
        private final boolean wholeRequestWritten;
        private final int partialStatus;

        MaybeSent(MaybeSent.Reason reason, String message, Sent sent, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
            this.firstByteSentAt = sent.firstByteAt();
            this.wholeRequestWritten = sent.whole();
            this.partialStatus = sent.status();
        }

        public MaybeSent.Reason reason() {
            return reason;
        }

        public Instant firstByteSentAt() {
            return firstByteSentAt;
        }

        /** Whether the request's last byte was handed to the operating system. */
        public boolean wholeRequestWritten() {
            return wholeRequestWritten;
        }

        /** The status, when the answer's head came but not all of its body. */
        public Optional<Integer> partialStatus() {
            return partialStatus == 0 ? Optional.empty() : Optional.of(partialStatus);
        }

        /** How it ended. */
        public enum Reason {
            TIME_OUT,
            CUT,
            INTERRUPTED,
            ANSWER_TOO_LARGE,
            ANSWER_MALFORMED
        }
    }

    /** How far a request came; status 0 when no answer's head was read. */
    record Sent(Instant firstByteAt, boolean whole, int status) {}
}
