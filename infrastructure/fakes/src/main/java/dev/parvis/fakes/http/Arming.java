package dev.parvis.fakes.http;

import java.time.Duration;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Says when (default: the next matching request only) and then what breaks; the last call arms it. */
public final class Arming {
    private final Faults faults;
    private final String route;
    private final Predicate<Request> match;
    private IntPredicate which = count -> count == 1;
    private String when = "next 1";

    Arming(Faults faults, String route, Predicate<Request> match) {
        this.faults = faults;
        this.route = route;
        this.match = match;
    }

    /** Only requests that also pass {@code more}; for faults before the body is read, the body is empty. */
    public Arming where(Predicate<Request> more) {
        return new Arming(faults, route, match.and(more));
    }

    /** The next {@code n} matching requests. */
    public Arming next(int n) {
        which = count -> count <= n;
        when = "next " + n;
        return this;
    }

    /** Only the {@code k}-th matching request from now, 1 being the next. */
    public Arming nth(int k) {
        which = count -> count == k;
        when = "nth " + k;
        return this;
    }

    public Arming always() {
        which = count -> true;
        when = "always";
        return this;
    }

    public Armed with(Fault fault) {
        return faults.arm(route + ", " + when, match, which, fault);
    }

    public Armed cutBeforeRead() {
        return with(new Fault.CutBeforeRead());
    }

    public Armed cutBeforeEffect() {
        return with(new Fault.CutBeforeEffect());
    }

    public Armed cutAfterEffect() {
        return with(new Fault.CutAfterEffect());
    }

    public Armed cutMidAnswer() {
        return with(new Fault.CutMidAnswer(1));
    }

    public Armed slow(Fault.Step step, Duration delay) {
        return with(new Fault.Slow(step, delay));
    }

    /** Does nothing and answers {@code status} with a JSON error body and these headers (name, value …). */
    public Armed status(int status, String... headers) {
        return with(new Fault.Answer(Statuses.answer(status, headers)));
    }

    /** Takes effect, then answers {@code status} all the same: the ambiguous failure. */
    public Armed statusAfterEffect(int status, String... headers) {
        return with(new Fault.AnswerAfterEffect(Statuses.answer(status, headers)));
    }

    public Armed garbage() {
        return with(new Fault.Garbage());
    }

    public Armed oversize(long bytes) {
        return with(new Fault.Oversize(bytes));
    }

    public Armed gzipBomb(long bytes) {
        return with(new Fault.GzipBomb(bytes));
    }

    public Armed endless() {
        return with(new Fault.Endless());
    }

    /** Stops the request at {@code step} until the hold that is returned is released. */
    public Hold hang(Fault.Step step) {
        var hold = new Hold();
        with(new Fault.Hang(step, hold));
        return hold;
    }
}
