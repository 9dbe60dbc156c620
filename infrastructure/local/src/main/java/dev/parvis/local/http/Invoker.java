package dev.parvis.local.http;

import dev.parvis.local.runtime.InvocationResult;

/** Runs a function and waits for its end. */
@FunctionalInterface
public interface Invoker {

    /**
     * @param trigger what woke it, for whoever shows what ran
     */
    InvocationResult invoke(String function, String trigger, byte[] event);
}
