package dev.parvis.domain.channels;

/** What became of a renewal. */
public sealed interface Renewed {
    /** Use this one from now on. */
    record Fresh(Opened.Ready ready) implements Renewed {}

    /** The network refused for good, and the channel is disconnected. */
    record Lost(String reason) implements Renewed {}

    /** Not now: another worker is at it, or the network could not be asked. */
    record Later(String reason) implements Renewed {}
}
