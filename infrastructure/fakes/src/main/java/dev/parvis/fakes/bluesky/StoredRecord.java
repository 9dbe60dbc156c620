package dev.parvis.fakes.bluesky;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * A record in its repository.
 *
 * @param order of arrival in the whole network
 * @param sortAt the earlier of when it says it was made and when it arrived: feeds and notifications are ordered by it,
 *     so that what was made offline arrives further down than it came
 * @param visibleAt from when on the AppView may show it
 * @param visibleAfterRead the number of the last AppView read that does not show it
 */
record StoredRecord(
        String did,
        String collection,
        String rkey,
        Map<String, @Nullable Object> value,
        String cid,
        long order,
        Instant sortAt,
        Instant indexedAt,
        Instant visibleAt,
        long visibleAfterRead) {
    static final Comparator<StoredRecord> NEWEST_FIRST = Comparator.comparing(StoredRecord::sortAt)
            .thenComparing(StoredRecord::order)
            .reversed();

    String uri() {
        return "at://" + did + "/" + collection + "/" + rkey;
    }

    String text() {
        return Json.string(value, "text", "");
    }

    /** The URI under {@code reply.parent} or {@code reply.root}; empty when it is no reply. */
    String replyTo(String which) {
        return Json.string(Json.map(Json.map(value, "reply"), which), "uri", "");
    }

    /** The URI of the post that this quotes; empty when it quotes none. */
    String quotes() {
        Map<String, @Nullable Object> embed = Json.map(value, "embed");
        Map<String, @Nullable Object> ref = Json.map(embed, "record");
        return Json.string(ref, "uri", Json.string(Json.map(ref, "record"), "uri", ""));
    }

    /** The URI of a like or repost, the DID of a follow or block; empty for other records. */
    String subject() {
        return Json.string(value, "subject", Json.string(Json.map(value, "subject"), "uri", ""));
    }

    static String didOf(String uri) {
        return uri.startsWith("at://") ? uri.substring(5).split("/", 2)[0] : "";
    }
}
