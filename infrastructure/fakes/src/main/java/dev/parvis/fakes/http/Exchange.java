package dev.parvis.fakes.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of one request: seen by tests as an immutable snapshot of the {@link RequestLog}. */
public record Exchange(
        Request request,
        /** The label of the fault that broke it. */
        Optional<String> fault,
        /** When its effect was complete, wall clock; empty when it had none (yet). */
        Optional<Instant> effectAt,
        /** The status line that was sent; empty when none was (yet). */
        Optional<Integer> status,
        /** When the server was through with it, in whatever way; empty while it is under way. */
        Optional<Instant> endedAt) {

    static Exchange arrived(Request request) {
        return new Exchange(request, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** From the head's arrival to the effect. */
    public Optional<Duration> untilEffect() {
        return effectAt.map(at -> Duration.between(request.at(), at));
    }

    Exchange with(Request read) {
        return new Exchange(read, fault, effectAt, status, endedAt);
    }

    Exchange withFault(String label) {
        return new Exchange(request, Optional.of(label), effectAt, status, endedAt);
    }

    Exchange withEffect(Instant at) {
        return new Exchange(request, fault, Optional.of(at), status, endedAt);
    }

    Exchange withStatus(int sent) {
        return new Exchange(request, fault, effectAt, Optional.of(sent), endedAt);
    }

    Exchange ended(Instant at) {
        return new Exchange(request, fault, effectAt, status, Optional.of(at));
    }
}
