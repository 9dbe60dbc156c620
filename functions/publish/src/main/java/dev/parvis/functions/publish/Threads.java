package dev.parvis.functions.publish;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

/**
 * A virtual thread per target, made for the first one: a tick that finds nothing, which is most of them, does not load
 * what threads need.
 */
final class Threads implements Workers {
    private @Nullable ExecutorService threads;

    @Override
    public void execute(Runnable work) {
        var ready = threads;
        if (ready == null) {
            ready = Executors.newVirtualThreadPerTaskExecutor();
            threads = ready;
        }
        ready.execute(work);
    }

    @Override
    public void close() {
        var made = threads;
        if (made != null) {
            made.close();
        }
    }
}
