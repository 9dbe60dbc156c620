package dev.parvis.fakes.bluesky;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** The records of every repository, at their source: what is written here is true, the AppView may not know it yet. */
final class Repos {
    /** What a write gave: the record and, unless nothing changed, the commit. */
    record Written(StoredRecord record, Optional<Commit> commit) {}

    record Commit(String cid, String rev) {}

    private final Clock clock;
    private final Tid revs = new Tid();
    private final Map<String, StoredRecord> byUri = new LinkedHashMap<>();
    private long order;
    private long reads;
    private long lagReads;
    private Duration lagTime = Duration.ZERO;

    Repos(Clock clock) {
        this.clock = clock;
    }

    /** For records written from now on. */
    synchronized void lag(Duration time, long afterReads) {
        lagTime = time;
        lagReads = afterReads;
    }

    /** The AppView was read once. */
    synchronized void read() {
        reads++;
    }

    synchronized Optional<StoredRecord> find(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    /** What the AppView shows now, oldest first. */
    synchronized List<StoredRecord> visible(String collection) {
        Instant now = clock.instant();
        return byUri.values().stream()
                .filter(record -> record.collection().equals(collection))
                .filter(record -> !record.visibleAt().isAfter(now) && record.visibleAfterRead() < reads)
                .sorted(Comparator.comparingLong(StoredRecord::order))
                .toList();
    }

    /** One repository's collection, by record key descending. */
    synchronized List<StoredRecord> list(String did, String collection) {
        return byUri.values().stream()
                .filter(record ->
                        record.did().equals(did) && record.collection().equals(collection))
                .sorted(Comparator.comparing(StoredRecord::rkey).reversed())
                .toList();
    }

    synchronized List<StoredRecord> all(String collection) {
        return byUri.values().stream()
                .filter(record -> record.collection().equals(collection))
                .toList();
    }

    /** createRecord: a taken key is a bare 500. https://github.com/bluesky-social/atproto/issues/3718 */
    synchronized Written create(String did, String collection, String rkey, Map<String, @Nullable Object> value) {
        if (byUri.containsKey(uri(did, collection, rkey)))
            throw new XrpcError(500, "InternalServerError", "Internal Server Error");
        return store(did, collection, rkey, value, Cid.ofRecord(value));
    }

    /** putRecord; the same content is answered without a commit whatever {@code swap} says. */
    synchronized Written put(
            String did, String collection, String rkey, Map<String, @Nullable Object> value, Swap swap) {
        StoredRecord current = byUri.get(uri(did, collection, rkey));
        String cid = Cid.ofRecord(value);
        if (current != null && current.cid().equals(cid)) return new Written(current, Optional.empty());
        check(swap, current);
        return store(did, collection, rkey, value, cid);
    }

    /** deleteRecord: gone is gone, the second time without a commit. */
    synchronized Optional<Commit> delete(String did, String collection, String rkey, Swap swap) {
        StoredRecord current = byUri.get(uri(did, collection, rkey));
        if (current == null) return Optional.empty();
        check(swap, current);
        byUri.remove(current.uri());
        return Optional.of(commit(current.cid()));
    }

    static String uri(String did, String collection, String rkey) {
        return "at://" + did + "/" + collection + "/" + rkey;
    }

    private static void check(Swap swap, @Nullable StoredRecord current) {
        if (!swap.allows(current == null ? null : current.cid()))
            throw new XrpcError(400, "InvalidSwap", "Record was at " + (current == null ? "null" : current.cid()));
    }

    private Written store(String did, String collection, String rkey, Map<String, @Nullable Object> value, String cid) {
        Instant now = clock.instant();
        var record = new StoredRecord(
                did,
                collection,
                rkey,
                value,
                cid,
                ++order,
                sortAt(value, now),
                now,
                now.plus(lagTime),
                reads + lagReads);
        byUri.remove(record.uri());
        byUri.put(record.uri(), record);
        return new Written(record, Optional.of(commit(cid)));
    }

    private static Instant sortAt(Map<String, @Nullable Object> value, Instant now) {
        try {
            Instant made =
                    OffsetDateTime.parse(Json.string(value, "createdAt", "")).toInstant();
            return made.isBefore(now) ? made : now;
        } catch (DateTimeException e) {
            return now;
        }
    }

    private Commit commit(String of) {
        String rev = revs.next(clock.instant());
        return new Commit(Cid.ofRecord(List.of(of, rev)), rev);
    }
}
