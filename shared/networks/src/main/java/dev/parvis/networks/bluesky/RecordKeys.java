package dev.parvis.networks.bluesky;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import dev.parvis.kernel.ids.Tids;
import dev.parvis.kernel.secret.Sha256;

/**
 * The record key of a target's revision: a TID (https://atproto.com/specs/tid) of a moment in the second before
 * {@code createdAt}, the microsecond and the clock id drawn from the client key's hash. The same at every try; two keys of
 * one account and one millisecond meet once in a thousand million, and are then told apart by {@code swapRecord: null}.
 */
final class RecordKeys {
    private static final long SECOND = 1_000_000;

    private RecordKeys() {}

    static String of(String clientKey, Instant createdAt) {
        var hash = ByteBuffer.wrap(Sha256.of(clientKey.getBytes(StandardCharsets.UTF_8)));
        var back = Long.remainderUnsigned(hash.getLong(), SECOND);
        return Tids.encode(createdAt.toEpochMilli() * 1000 - back, hash.getShort() & 1023);
    }
}
