package dev.parvis.emulators.wire;

/** Thrown by an endpoint whose work is done and whose answer must not arrive: the connection is cut instead. */
public final class LostAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;
}
