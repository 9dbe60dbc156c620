package dev.parvis.local.runtime;

import java.util.concurrent.CompletableFuture;

/** One event on its way through a process: handed out once, ended once. */
final class Invocation {

    /** How it ended, before times and logs are known. */
    sealed interface End {
        record Answer(byte[] payload) implements End {}

        record Error(String type, String message) implements End {}

        record Exit(int code) implements End {}
    }

    final String requestId;
    final byte[] event;
    final CompletableFuture<Void> handedOut = new CompletableFuture<>();
    final CompletableFuture<End> end = new CompletableFuture<>();

    private volatile boolean taken;

    Invocation(String requestId, byte[] event) {
        this.requestId = requestId;
        this.event = event;
    }

    /** The process has asked for it. */
    void take() {
        taken = true;
        handedOut.complete(null);
    }

    boolean taken() {
        return taken;
    }

    /** Ends it when it has not ended yet; whoever waited for its hand-over is released too. */
    void end(End how) {
        end.complete(how);
        handedOut.complete(null);
    }
}
