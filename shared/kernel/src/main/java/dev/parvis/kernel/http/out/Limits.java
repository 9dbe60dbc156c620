package dev.parvis.kernel.http.out;

import java.time.Duration;

/**
 * How long a call may take and how much it may bring.
 *
 * @param connect for the TCP connection, then again for the TLS handshake
 * @param read between two bytes, both ways
 * @param total from name resolution to the answer's last byte; a resolver that hangs may overrun it, and then nothing
 *     is sent
 * @param maxAnswerBytes of the body, after decompression
 */
public record Limits(Duration connect, Duration read, Duration total, int maxAnswerBytes) {
    /** 3 s, 10 s, 15 s, 5 MiB. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15), 5 << 20);

    public Limits {
        if (!connect.isPositive() || !read.isPositive() || !total.isPositive() || maxAnswerBytes < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** The same with another total, which also caps the parts. */
    public Limits within(Duration total) {
        return new Limits(least(connect, total), least(read, total), total, maxAnswerBytes);
    }

    public Limits read(Duration read) {
        return new Limits(connect, read, total, maxAnswerBytes);
    }

    public Limits connect(Duration connect) {
        return new Limits(connect, read, total, maxAnswerBytes);
    }

    public Limits answerUpTo(int bytes) {
        return new Limits(connect, read, total, bytes);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
