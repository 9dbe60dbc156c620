package dev.parvis.fakes.http;

import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** A fault on the switchboard: which requests it looks at, which of those it breaks, and how often it has. */
public final class Armed {
    private final int id;
    private final String description;
    private final Predicate<Request> match;
    private final IntPredicate which;
    private final Fault fault;
    private int seen;
    private int hits;

    Armed(int id, String description, Predicate<Request> match, IntPredicate which, Fault fault) {
        this.id = id;
        this.description = description;
        this.match = match;
        this.which = which;
        this.fault = fault;
    }

    public int id() {
        return id;
    }

    /** Method, path and moment, for people. */
    public String description() {
        return description;
    }

    public Fault fault() {
        return fault;
    }

    /** Requests that matched since it was armed, broken or not. */
    public synchronized int seen() {
        return seen;
    }

    /** Requests that it broke. */
    public synchronized int hits() {
        return hits;
    }

    synchronized boolean fires(Request request) {
        if (!match.test(request)) return false;
        seen++;
        if (!which.test(seen)) return false;
        hits++;
        return true;
    }
}
