package dev.parvis.emulators;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What the tests run on: the embedded servers, or whatever {@code AWS_ENDPOINT_URL} names (LocalStack, Floci). */
public final class Backend {
    private Backend() {}

    /** The endpoint that the environment names, if it names one. */
    public static Optional<URI> endpoint() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
                .filter(url -> !url.isBlank())
                .map(URI::create);
    }

    /** A word that sets this JVM's resources apart from every other run's on a server that outlives it. */
    public static String run() {
        var process = ProcessHandle.current();
        var started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return Long.toString(started, Character.MAX_RADIX) + "-" + process.pid();
    }
}
