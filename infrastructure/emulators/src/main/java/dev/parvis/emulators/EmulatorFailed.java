package dev.parvis.emulators;

/** An emulator could not do what it was started for: an unwritable folder, a server that did not come up. */
public final class EmulatorFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EmulatorFailed(String message) {
        super(message);
    }

    public EmulatorFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
