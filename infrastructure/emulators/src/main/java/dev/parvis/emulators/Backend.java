package dev.parvis.emulators;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What the tests run on: the embedded servers; whatever {@code AWS_ENDPOINT_URL} names (LocalStack, Floci); or, when the system
 * property {@code parvis.backend} is {@code localstack}, a LocalStack of their own in Docker.
 */
public final class Backend {
    private Backend() {}

    /** The endpoint to use instead of the embedded servers, if there is one. */
    public static Optional<URI> endpoint() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
                .filter(url -> !url.isBlank())
                .map(URI::create)
                .or(Backend::inDocker);
    }

    private static Optional<URI> inDocker() {
        return "localstack".equals(System.getProperty("parvis.backend"))
                ? Optional.of(LocalStack.endpoint())
                : Optional.empty();
    }

    /** A word that sets this JVM's resources apart from every other run's on a server that outlives it. */
    public static String run() {
        var process = ProcessHandle.current();
        var started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return Long.toString(started, Character.MAX_RADIX) + "-" + process.pid();
    }
}
