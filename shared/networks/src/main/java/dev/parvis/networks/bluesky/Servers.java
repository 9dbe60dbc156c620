package dev.parvis.networks.bluesky;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.parvis.domain.networks.Limits;
import dev.parvis.networks.http.Reply;

/**
 * What each account's own server takes: the lexicon's, but no larger file than the server says it stores (the
 * {@code blobUploadLimit} of describeServer; a server of one's own has 5 MB unless told otherwise, the reference setup 100).
 * Kept for a day; one that cannot be asked, or does not say, is asked again after a minute.
 */
final class Servers {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);
    private static final int MOST = 200;

    private final Xrpc xrpc;
    private final InstantSource clock;
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Limits limits, Instant until) {}

    Servers(Xrpc xrpc, InstantSource clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    Limits limits(URI server) {
        var now = clock.instant();
        var known = kept.get(server);
        if (known != null && now.isBefore(known.until())) {
            return known.limits();
        }
        var fresh = most(server)
                .map(bytes -> new Kept(taking(bytes), now.plus(KEPT)))
                .orElseGet(() -> new Kept(known == null ? PostText.LIMITS : known.limits(), now.plus(ASKED_AGAIN)));
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(server, fresh);
        return fresh.limits();
    }

    private Optional<Long> most(URI server) {
        return xrpc.describe(server) instanceof Reply.Ok(var body, var _)
                ? body.at("blobUploadLimit").whole().filter(bytes -> bytes > 0)
                : Optional.empty();
    }

    private static Limits taking(long bytes) {
        var films = PostText.LIMITS.videos().orElseThrow();
        return PostText.LIMITS.with(new Limits.Videos(Math.min(bytes, films.bytes()), films.length(), films.types()));
    }
}
