package dev.parvis.kernel.http.out;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.parvis.kernel.config.HostPort;

/**
 * Makes calls to servers of others. A call goes out at most once, follows no redirect, and ends in a whole
 * {@link Answer} of whatever status or in a {@link CallFailed} that says whether anything may have left. Thread-safe;
 * one per function. The HTTP library is loaded at the first call.
 */
public final class Outbound {
    private final InstantSource clock;
    private final Set<HostPort> allowed;
    private @Nullable Wire wire;

    /** {@code loopbackAllowed}: exact host:port pairs let through whatever their address; empty in the cloud. */
    public Outbound(InstantSource clock, Set<HostPort> loopbackAllowed) {
        this.clock = clock;
        this.allowed = Set.copyOf(loopbackAllowed);
    }

    /** Blocks until the answer is whole, or throws {@link CallFailed}. */
    public Answer send(Call call) {
        return wire().send(call);
    }

    /**
     * Why this URL would never be called, whatever its name resolves to; empty when it might be. For who is told at once
     * rather than at the first call; the call is judged again, with the addresses that the name has then.
     */
    public Optional<String> refusal(URI url, Policy policy) {
        return new Gate(allowed).refusal(url, policy);
    }

    private synchronized Wire wire() {
        var ready = wire;
        if (ready == null) {
            ready = new Wire(clock, allowed);
            wire = ready;
        }
        return ready;
    }
}
