package dev.parvis.local.runtime;

/** Takes every line a function prints, as it is printed; called from the process's reader thread. */
@FunctionalInterface
public interface LogSink {

    void line(String function, String line);
}
