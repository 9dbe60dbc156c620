package dev.parvis.fakes.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An HTTP/1.1 server with a {@link Faults} switchboard and a {@link RequestLog}. Listens from {@link #start} to {@link
 * #close}, which resets what is open, releases what is held and returns when no thread of its own is left.
 */
public final class FakeServer implements AutoCloseable {
    /** Where to listen: port 0 takes a free one. */
    public record Options(InetAddress address, int port) {
        /** Loopback, a free port. */
        public static final Options LOOPBACK = loopback(0);

        public static Options loopback(int port) {
            return new Options(InetAddress.ofLiteral("127.0.0.1"), port);
        }
    }

    /** A thousand clients may come in one instant; a system that caps it at less makes them try again a second later. */
    private static final int BACKLOG = 4_096;

    private final ServerSocket listener;
    private final Connection.World world;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private FakeServer(ServerSocket listener, Handler handler, SteerableClock clock) {
        this.listener = listener;
        var faults = new Faults();
        var log = new RequestLog();
        var numbers = new AtomicLong();
        Handler control = new ControlRoutes(faults, log, clock).and(handler);
        this.world = new Connection.World(
                handler, control, faults, log, numbers::incrementAndGet, Clock.systemUTC(), this::outlasts);
    }

    public static FakeServer start(Handler handler) {
        return start(Options.LOOPBACK, handler);
    }

    public static FakeServer start(Options options, Handler handler) {
        return start(options, handler, SteerableClock.on(Clock.systemUTC()));
    }

    /** @param clock the time of the fake's world, which {@code POST /__clock} moves */
    public static FakeServer start(Options options, Handler handler, SteerableClock clock) {
        try {
            var listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(options.address, options.port), BACKLOG);
            var server = new FakeServer(listener, handler, clock);
            server.threads.submit(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Listen on " + options.address + ":" + options.port, e);
        }
    }

    /** The base, without a slash at its end: {@code http://127.0.0.1:40123}. */
    public URI uri() {
        return URI.create("http://" + hostPort());
    }

    /** Host and port as a client must name them; a server that listens everywhere is named by loopback. */
    public String hostPort() {
        InetAddress address = listener.getInetAddress();
        return (address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress()) + ":" + port();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public Faults faults() {
        return world.faults();
    }

    public RequestLog log() {
        return world.log();
    }

    @Override
    public void close() {
        closed.countDown();
        faults().clear();
        closed(listener);
        open.forEach(FakeServer::closed);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                if (closed.getCount() == 0) closed(socket);
                else threads.submit(() -> serve(socket));
            } catch (IOException e) {
                if (closed.getCount() > 0) throw new UncheckedIOException("Accept on port " + port(), e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Connection(world, socket).serve();
        } catch (IOException e) {
            return; // the client went away or was reset on purpose: the log has what there was
        } finally {
            open.remove(socket);
        }
    }

    private boolean outlasts(Duration delay) {
        try {
            return !closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void closed(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Close " + closeable, e);
        }
    }
}
