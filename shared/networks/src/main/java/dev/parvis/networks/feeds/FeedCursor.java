package dev.parvis.networks.feeds;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/**
 * How far a feed was read: its validators, byte for byte as the server sent them, and a short digest of each entry told.
 * Digests of entries that have left the feed are kept for a while, since some come back; together they are bounded.
 *
 * @param url what the validators hold for
 */
record FeedCursor(String url, Optional<String> etag, Optional<String> modified, Set<String> seen) {
    /** Characters of a digest: 48 bits, so that among a thousand entries two are alike once in half a billion feeds. */
    static final int DIGEST = 8;

    private static final int LONGEST_VALIDATOR = 1000;
    private static final int KEPT_BEYOND = 50;

    static FeedCursor of(URI url, Answer answer, Set<String> seen) {
        return new FeedCursor(url.toString(), validator(answer, "etag"), validator(answer, "last-modified"), seen);
    }

    /** What could not be sent back as a header is not kept. */
    private static Optional<String> validator(Answer answer, String header) {
        return answer.header(header)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALIDATOR)
                .filter(value -> value.chars().allMatch(c -> c >= 0x20 && c < 0x7F));
    }

    boolean isOf(URI feed) {
        return url.equals(feed.toString());
    }

    FeedCursor movedTo(URI there) {
        return new FeedCursor(there.toString(), etag, modified, seen);
    }

    /** The digests to keep: those of the feed as it is now, then the newest of those before. */
    static Set<String> bounded(Collection<String> now, Collection<String> before) {
        var kept = new LinkedHashSet<>(now);
        var most = now.size() * 2 + KEPT_BEYOND;
        for (var digest : before) {
            if (kept.size() >= most) {
                break;
            }
            kept.add(digest);
        }
        return kept;
    }

    String write() {
        return Json.obj(
                        "url", url,
                        "etag", etag,
                        "modified", modified,
                        "seen", String.join("", seen))
                .toString();
    }

    /** Empty when it is none of ours: reading then starts anew. */
    static Optional<FeedCursor> read(String text) {
        try {
            var json = Json.parse(text);
            var seen = new LinkedHashSet<>(digests(json.at("seen").textOr("")));
            return json.at("url")
                    .text()
                    .map(url -> new FeedCursor(
                            url, json.at("etag").text(), json.at("modified").text(), seen));
        } catch (MalformedJson none) {
            return Optional.empty();
        }
    }

    private static List<String> digests(String joined) {
        var digests = new ArrayList<String>();
        for (var at = 0; at + DIGEST <= joined.length(); at += DIGEST) {
            digests.add(joined.substring(at, at + DIGEST));
        }
        return digests;
    }
}
