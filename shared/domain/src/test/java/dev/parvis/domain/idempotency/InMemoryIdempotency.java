package dev.parvis.domain.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Taken keys in memory. */
public final class InMemoryIdempotency implements Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BUSY = Duration.ofMinutes(1);

    private final Map<String, Entry> rows = new HashMap<>();

    private record Entry(
            String requestHash, String id, Instant taken, Instant busyUntil, Optional<Taken.Answered> answer) {}

    @Override
    public synchronized Taken take(Key key, Instant now) {
        var there = rows.get(address(key));
        if (there == null || !there.taken().plus(KEPT).isAfter(now)) {
            return fresh(key, id(key, now), now);
        }
        if (!there.requestHash().equals(key.requestHash())) {
            return new Taken.Mismatch();
        }
        if (there.answer().isPresent()) {
            return there.answer().get();
        }
        return there.busyUntil().isAfter(now) ? new Taken.Busy() : fresh(key, there.id(), now);
    }

    private Taken fresh(Key key, String id, Instant now) {
        rows.put(address(key), new Entry(key.requestHash(), id, now, now.plus(BUSY), Optional.empty()));
        return new Taken.Fresh(id);
    }

    @Override
    public synchronized void complete(Key key, int status, String body, String location) {
        rows.computeIfPresent(
                address(key),
                (address, there) -> there.requestHash().equals(key.requestHash())
                        ? new Entry(
                                there.requestHash(),
                                there.id(),
                                there.taken(),
                                there.busyUntil(),
                                Optional.of(new Taken.Answered(status, body, location)))
                        : there);
    }

    @Override
    public synchronized void release(Key key) {
        rows.computeIfPresent(
                address(key),
                (address, there) -> there.requestHash().equals(key.requestHash())
                                && there.answer().isEmpty()
                        ? null
                        : there);
    }

    private static String address(Key key) {
        return key.workspace() + "\n" + key.scope() + "\n" + key.key();
    }

    private static String id(Key key, Instant now) {
        var seed = address(key) + now;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
