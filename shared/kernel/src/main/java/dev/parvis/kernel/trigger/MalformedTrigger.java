package dev.parvis.kernel.trigger;

/** An invocation that is nothing we know. Says what was looked for, never what was sent. */
public final class MalformedTrigger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedTrigger(String message) {
        super(message);
    }
}
