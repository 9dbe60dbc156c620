package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Watches how far one call gets. The first byte counts as sent when OkHttp begins to write the head: the head stays in a
 * buffer for a moment more, so this errs towards "maybe sent" and never the other way.
 */
final class Trace extends EventListener {
    private final InstantSource clock;
    private final String name;
    private final AtomicBoolean passed = new AtomicBoolean();
    private volatile @Nullable Instant firstByteAt;
    private volatile boolean securing;
    private volatile boolean whole;
    private volatile boolean writeFailed;
    private volatile int status;

    Trace(InstantSource clock, String name) {
        this.clock = clock;
        this.name = name;
    }

    boolean passOnce() {
        return passed.compareAndSet(false, true);
    }

    boolean started() {
        return firstByteAt != null;
    }

    boolean securing() {
        return securing;
    }

    CallFailed.Sent sent() {
        var at = firstByteAt;
        return new CallFailed.Sent(at == null ? clock.instant() : at, whole && !writeFailed, status);
    }

    CallFailed.MaybeSent maybe(CallFailed.MaybeSent.Reason reason, IOException cause) {
        return new CallFailed.MaybeSent(
                reason, name + ": " + reason + " after the request began to leave", sent(), cause);
    }

    CallFailed.NotSent not(CallFailed.NotSent.Reason reason, IOException cause) {
        return new CallFailed.NotSent(reason, name + ": " + reason + " before anything left", cause);
    }

    @Override
    public void secureConnectStart(Call call) {
        securing = true;
    }

    @Override
    public void requestHeadersStart(Call call) {
        firstByteAt = clock.instant();
    }

    @Override
    public void requestFailed(Call call, IOException e) {
        writeFailed = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        whole = true;
        status = response.code();
    }

    /** Reading begins only when everything is written, unless {@link #requestFailed} came first. */
    @Override
    public void responseFailed(Call call, IOException e) {
        whole = true;
    }
}
