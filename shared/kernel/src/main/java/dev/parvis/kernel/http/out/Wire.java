package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

import dev.parvis.kernel.config.HostPort;

/**
 * OkHttp, tamed. HTTP/1.1 only, no redirects, no proxy, no cookies, no retry on another route. Idle connections are kept
 * for 4 s, less than the 5 s after which Node and Apache close theirs: a request written into a connection that the other
 * side has just closed is one that may have been sent, and is never repeated.
 */
final class Wire {
    private static final String AGENT = "Parvis/1.0";
    private static final Duration KEPT = Duration.ofSeconds(4);

    private final InstantSource clock;
    private final Gate gate;
    private final OkHttpClient client;
    private Instant lastCall;

    Wire(InstantSource clock, Set<HostPort> allowed) {
        this(clock, allowed, new OkHttpClient.Builder());
    }

    Wire(InstantSource clock, Set<HostPort> allowed, OkHttpClient.Builder base) {
        this.clock = clock;
        this.lastCall = clock.instant();
        this.gate = new Gate(allowed);
        this.client = base.protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(4, KEPT.toSeconds(), TimeUnit.SECONDS))
                .addNetworkInterceptor(new OnceOnWire())
                .build();
    }

    Answer send(Call call) {
        var passed = gate.pass(call);
        dropThawed();
        var trace = new Trace(clock, call.toString());
        var limits = call.limits();
        var tuned = client.newBuilder()
                .dns(passed.dns())
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .callTimeout(limits.total())
                .eventListener(trace)
                .build();
        try (var response = tuned.newCall(request(call, passed, trace)).execute()) {
            var body = AnswerBody.read(response, limits.maxAnswerBytes(), call.method());
            return new Answer(
                    call.uri(),
                    response.code(),
                    OnceOnWire.headers(response),
                    body,
                    trace.sent().firstByteAt(),
                    clock.instant());
        } catch (AnswerBody.TooLarge e) {
            throw trace.maybe(CallFailed.MaybeSent.Reason.ANSWER_TOO_LARGE, e);
        } catch (IOException e) {
            throw failed(trace, e);
        }
    }

    /** The pool's own timer stands still while the function is frozen; the wall clock has moved when it is thawed. */
    private synchronized void dropThawed() {
        var now = clock.instant();
        if (Duration.between(lastCall, now).abs().compareTo(KEPT) > 0) {
            client.connectionPool().evictAll();
        }
        lastCall = now;
    }

    private static Request request(Call call, Gate.Passed passed, Trace trace) {
        var builder = new Request.Builder()
                .url(passed.url())
                .tag(Trace.class, trace)
                .tag(Gate.Passed.class, passed)
                .header("user-agent", AGENT)
                .header("accept-encoding", "gzip");
        call.headers().forEach(builder::header);
        return builder.method(call.method(), Bodies.of(call.payload(), call.method()))
                .build();
    }

    private static CallFailed failed(Trace trace, IOException e) {
        if (trace.started()) {
            return trace.maybe(
                    switch (e) {
                        case java.net.ProtocolException _ -> CallFailed.MaybeSent.Reason.ANSWER_MALFORMED;
                        case java.util.zip.ZipException _ -> CallFailed.MaybeSent.Reason.ANSWER_MALFORMED;
                        case InterruptedIOException late when isTimeOut(late) -> CallFailed.MaybeSent.Reason.TIME_OUT;
                        case InterruptedIOException _ -> CallFailed.MaybeSent.Reason.INTERRUPTED;
                        default -> CallFailed.MaybeSent.Reason.CUT;
                    },
                    e);
        }
        return trace.not(
                switch (e) {
                    case Gate.Refused _ -> CallFailed.NotSent.Reason.REFUSED_ADDRESS;
                    case UnknownHostException _ -> CallFailed.NotSent.Reason.DNS;
                    case SSLException _ -> CallFailed.NotSent.Reason.TLS;
                    case InterruptedIOException late when isTimeOut(late) -> CallFailed.NotSent.Reason.TIME_OUT;
                    case InterruptedIOException _ -> CallFailed.NotSent.Reason.INTERRUPTED;
                    default -> trace.securing() ? CallFailed.NotSent.Reason.TLS : CallFailed.NotSent.Reason.CONNECT;
                },
                e);
    }

    /** OkHttp says "interrupted" for a thread's interruption and "timeout" (or a socket's own class) for the rest. */
    private static boolean isTimeOut(InterruptedIOException e) {
        return !"interrupted".equals(e.getMessage());
    }
}
