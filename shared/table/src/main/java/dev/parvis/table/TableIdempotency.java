package dev.parvis.table;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.idempotency.Idempotency;
import dev.parvis.kernel.secret.Sha256;

/** Keys that were taken: a row each, gone after 24 hours. */
final class TableIdempotency implements Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private final Rows rows;

    TableIdempotency(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Taken take(Key key, Instant now) {
        var row = taken(key, id(key, now), now);
        var absent = Expression.of("attribute_not_exists(#pk) OR #ttl <= :now").with("now", now.getEpochSecond());
        return switch (rows.put(row, absent)) {
            case Wrote.Done(Row fresh) -> new Taken.Fresh(fresh.text("id"));
            case Wrote.Lost(Optional<Row> there) ->
                there.map(found -> seen(key, found, now)).orElseGet(Taken.Busy::new);
        };
    }

    private Taken seen(Key key, Row found, Instant now) {
        if (!found.text("requestHash").equals(key.requestHash())) {
            return new Taken.Mismatch();
        }
        if (found.has("answer")) {
            return new Taken.Answered(found.count("answer"), found.text("body"), found.text("location"));
        }
        return found.instant("busyUntil").isAfter(now) ? new Taken.Busy() : takeOver(key, found, now);
    }

    /** The id stays: what the first taker made is found under it. */
    private Taken takeOver(Key key, Row found, Instant now) {
        var same = Expression.of("#mark = :seen").with("seen", found.text(Rows.MARK));
        return rows.put(taken(key, found.text("id"), now), same) instanceof Wrote.Done
                ? new Taken.Fresh(found.text("id"))
                : new Taken.Busy();
    }

    private static Attributes taken(Key key, String id, Instant now) {
        return Attributes.at(row(key))
                .text("requestHash", key.requestHash())
                .text("id", id)
                .instant("busyUntil", now.plus(BUSY))
                .number("ttl", now.plus(KEPT).getEpochSecond());
    }

    @Override
    public void complete(Key key, int status, String body, String location) {
        var answer = Expression.of("SET #answer = :answer, #body = :body, #location = :location, #mark = :mark")
                .with("answer", status)
                .with("body", body)
                .with("location", location)
                .with(Rows.MARK, rows.mark());
        rows.update(row(key), answer, ours(key), Rows.MARK);
    }

    @Override
    public void release(Key key) {
        rows.delete(row(key), ours(key).and(Expression.of("attribute_not_exists(#answer)")));
    }

    private static Expression ours(Key key) {
        return Expression.of("#requestHash = :requestHash").with("requestHash", key.requestHash());
    }

    private static dev.parvis.table.Key row(Key key) {
        return Keys.idempotency(key.workspace(), Sha256.hex(key.scope() + "\n" + key.key()));
    }

    /** In the form of a ULID: the time of the first taking, and 80 bits of the key's hash. */
    private static String id(Key key, Instant now) {
        var hash =
                Sha256.of((key.workspace() + "\n" + key.scope() + "\n" + key.key()).getBytes(StandardCharsets.UTF_8));
        var bits = BigInteger.valueOf(now.toEpochMilli())
                .shiftLeft(80)
                .or(new BigInteger(1, hash).shiftRight(hash.length * 8 - 80));
        var text = new char[26];
        for (var i = 25; i >= 0; i--) {
            text[i] = DIGITS[bits.intValue() & 31];
            bits = bits.shiftRight(5);
        }
        return new String(text);
    }
}
