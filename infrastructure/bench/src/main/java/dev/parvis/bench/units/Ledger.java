package dev.parvis.bench.units;

import java.util.ArrayList;
import java.util.List;

/** All calls since it was last taken. Thread-safe. */
final class Ledger {

    private final List<Call> calls = new ArrayList<>();

    synchronized void add(Call call) {
        calls.add(call);
    }

    /** The calls so far; the ledger is empty afterwards. */
    synchronized Spent take() {
        var spent = new Spent(calls);
        calls.clear();
        return spent;
    }
}
