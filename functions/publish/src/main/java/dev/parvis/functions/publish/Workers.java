package dev.parvis.functions.publish;

/** What a tick hands its targets to. Used by one thread. */
interface Workers extends AutoCloseable {
    void execute(Runnable work);

    /** Waits for all that was handed over. */
    @Override
    void close();
}
