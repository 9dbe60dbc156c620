package dev.parvis.fakes.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the sandbox is set up.
 *
 * @param folder where it keeps its state across restarts; empty keeps nothing
 * @param accessLife life of an access token
 * @param people do simulated people comment and mention?
 * @param ticking does it look every second for webhooks to send? A test that does not want to wait calls {@link
 *     SandboxServer#tick}.
 */
public record SandboxOptions(Optional<Path> folder, Duration accessLife, boolean people, boolean ticking) {
    /** As the local suite runs it. */
    public static SandboxOptions keptIn(Path folder) {
        return new SandboxOptions(Optional.of(folder), Duration.ofMinutes(15), true, true);
    }

    /** In memory, nobody around, nothing happens by itself. */
    public static final SandboxOptions QUIET =
            new SandboxOptions(Optional.empty(), Duration.ofMinutes(15), false, false);

    public SandboxOptions folder(Path path) {
        return new SandboxOptions(Optional.of(path), accessLife, people, ticking);
    }

    public SandboxOptions people(boolean around) {
        return new SandboxOptions(folder, accessLife, around, ticking);
    }

    public SandboxOptions accessLife(Duration life) {
        return new SandboxOptions(folder, life, people, ticking);
    }
}
