package dev.parvis.fakes.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The switchboard of a {@link FakeServer}. The first armed fault that fires on a request breaks it; the others do not
 * count that request.
 *
 * <pre>{@code
 * server.faults().on("POST", "/api/v1/statuses").cutAfterEffect();                 // the next one
 * server.faults().on("GET", "/api/v1/media/{id}").nth(3).status(503, "Retry-After", "0");
 * Hold hold = server.faults().on("POST", "*").hang(Fault.Step.AFTER_EFFECT);       // hold.awaitReached, hold.release
 * }</pre>
 */
public final class Faults {
    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** @param path exact, or with {@code {name}} for one segment, or {@code *} for any; the query is not looked at */
    public Arming on(String method, String path) {
        return new Arming(this, method + " " + path, new RouteMatch(method, path));
    }

    public Arming on(Predicate<Request> match) {
        return new Arming(this, "predicate", match);
    }

    public Arming onAny() {
        return on("*", "*");
    }

    /** Every armed fault, spent ones too. */
    public List<Armed> armed() {
        return List.copyOf(armed);
    }

    public Optional<Armed> armed(int id) {
        return armed.stream().filter(one -> one.id() == id).findFirst();
    }

    public void remove(int id) {
        armed(id).ifPresent(one -> {
            armed.remove(one);
            release(one);
        });
    }

    /** Disarms all and lets go what is held. */
    public void clear() {
        for (Armed one : armed) remove(one.id());
    }

    Armed arm(String description, Predicate<Request> match, IntPredicate which, Fault fault) {
        var one = new Armed(ids.incrementAndGet(), description, match, which, fault);
        armed.add(one);
        return one;
    }

    Optional<Fault> onHead(Request head) {
        return firing(head, true);
    }

    Optional<Fault> onBody(Request request) {
        return firing(request, false);
    }

    private Optional<Fault> firing(Request request, boolean beforeRead) {
        for (Armed one : armed)
            if (one.fault().beforeRead() == beforeRead && one.fires(request)) return Optional.of(one.fault());
        return Optional.empty();
    }

    private static void release(Armed one) {
        if (one.fault() instanceof Fault.Hang(Fault.Step _, Hold hold)) hold.release();
    }
}
