package dev.parvis.bench.units;

import java.util.List;

/** The calls of one run. */
record Spent(List<Call> calls) {

    Spent {
        calls = List.copyOf(calls);
    }

    double reads(Purpose purpose) {
        return calls.stream()
                .filter(call -> call.purpose() == purpose)
                .mapToDouble(Call::reads)
                .sum();
    }

    double writes(Purpose purpose) {
        return calls.stream()
                .filter(call -> call.purpose() == purpose)
                .mapToDouble(Call::writes)
                .sum();
    }

    double allReads() {
        return calls.stream().mapToDouble(Call::reads).sum();
    }

    double allWrites() {
        return calls.stream().mapToDouble(Call::writes).sum();
    }

    long failed() {
        return calls.stream().filter(Call::failed).count();
    }

    /** How many rows of this kind were written. */
    int rowsWritten(String kind) {
        return (int) calls.stream()
                .filter(call -> call.writes() > 0 && call.row().startsWith(kind))
                .map(Call::row)
                .distinct()
                .count();
    }
}
