package dev.parvis.fakes.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Everything that arrived at a server, in order, whether or not it was answered. Control requests are left out. */
public final class RequestLog {
    private final Map<Long, Exchange> exchanges = new TreeMap<>();
    private final List<RuntimeException> failures = new ArrayList<>();

    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges.values());
    }

    /** Those of a route, as {@link Faults#on(String, String)} names it. */
    public List<Exchange> exchanges(String method, String path) {
        var match = new RouteMatch(method, path);
        return exchanges().stream().filter(one -> match.test(one.request())).toList();
    }

    public List<Request> requests() {
        return exchanges().stream().map(Exchange::request).toList();
    }

    public List<Request> requests(String method, String path) {
        return exchanges(method, path).stream().map(Exchange::request).toList();
    }

    public int count(String method, String path) {
        return exchanges(method, path).size();
    }

    /** Waits until {@code count} requests of the route were ended; {@link IllegalStateException} after {@code patience}. */
    public synchronized List<Exchange> await(String method, String path, int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var match = new RouteMatch(method, path);
        while (true) {
            var found = new ArrayList<Exchange>();
            for (Exchange one : exchanges.values())
                if (match.test(one.request()) && one.endedAt().isPresent()) found.add(one);
            if (found.size() >= count) return found;
            long left = deadline - System.nanoTime();
            if (left <= 0 || !pause(left))
                throw new IllegalStateException(
                        found.size() + " of " + count + " requests " + method + " " + path + " within " + patience);
        }
    }

    /** What the fake's own code threw; such a request was answered 500. Empty in a healthy test. */
    public synchronized List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    public synchronized void clear() {
        exchanges.clear();
    }

    /** For the threads of a fake that answer no request. */
    public synchronized void failed(RuntimeException failure) {
        failures.add(failure);
    }

    synchronized void add(Request request) {
        exchanges.put(request.number(), Exchange.arrived(request));
        notifyAll();
    }

    synchronized void change(long number, UnaryOperator<Exchange> change) {
        exchanges.computeIfPresent(number, (_, one) -> change.apply(one));
        notifyAll();
    }

    private boolean pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
