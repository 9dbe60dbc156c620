package dev.parvis.networks.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.parvis.domain.networks.Limits;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;

/**
 * What each server takes, read from it and kept for a day; what it does not tell is what Mastodon has always taken. A server
 * that cannot be asked just now is asked again after a minute, and what it last said stands until then.
 */
final class Instances {
    static final Set<String> OUR_TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Set<String> USUAL_TYPES = Set.of("image/jpeg", "image/png", "image/gif");
    /** https://docs.joinmastodon.org/entities/Instance/ */
    static final Limits USUAL =
            new Limits(500, Limits.Counting.GRAPHEMES, 0, 23, 4, 16_777_216, 33_177_600, 1500, USUAL_TYPES);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_SERVERS = 200;

    private final Rest rest;
    private final InstantSource clock;
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    Instances(Rest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    private record Kept(Limits limits, Instant until) {}

    Limits limits(URI server) {
        var now = clock.instant();
        var known = kept.get(server);
        if (known != null && now.isBefore(known.until())) {
            return known.limits();
        }
        var fresh = describe(server) instanceof Reply.Ok(var body, var _)
                ? new Kept(limits(body), now.plus(KEPT))
                : new Kept(known == null ? USUAL : known.limits(), now.plus(ASKED_AGAIN));
        if (kept.size() >= MOST_SERVERS) {
            kept.clear();
        }
        kept.put(server, fresh);
        return fresh.limits();
    }

    /** The server's own description; older and smaller servers know version 1 only. */
    Reply describe(URI server) {
        var reply = rest.open(server, "/api/v2/instance");
        return (reply instanceof Reply.Refused refused && refused.status() != 0) || describesNothing(reply)
                ? rest.open(server, "/api/v1/instance")
                : reply;
    }

    private static boolean describesNothing(Reply reply) {
        return reply instanceof Reply.Ok(var body, var _) && body.fields().isEmpty();
    }

    static Limits limits(Json instance) {
        var statuses = instance.at("configuration", "statuses");
        var media = instance.at("configuration", "media_attachments");
        var length = number(instance.at("max_toot_chars"), USUAL.textLength());
        return new Limits(
                (int) number(statuses.at("max_characters"), length),
                Limits.Counting.GRAPHEMES,
                0,
                (int) number(statuses.at("characters_reserved_per_url"), USUAL.urlLength()),
                (int) number(statuses.at("max_media_attachments"), USUAL.images()),
                number(media.at("image_size_limit"), USUAL.imageBytes()),
                number(media.at("image_matrix_limit"), USUAL.imagePixels()),
                (int) number(media.at("description_limit"), USUAL.altLength()),
                types(media.at("supported_mime_types")));
    }

    /** JPEG is taken everywhere; of the others what the server lists; the oldest three where it lists nothing. */
    private static Set<String> types(Json listed) {
        var types = new HashSet<String>();
        listed.items().forEach(type -> type.text().ifPresent(types::add));
        if (types.isEmpty()) {
            return USUAL_TYPES;
        }
        types.add("image/jpeg");
        types.retainAll(OUR_TYPES);
        return types;
    }

    private static long number(Json told, long usual) {
        return told.whole().filter(n -> n > 0 && n <= 1_000_000_000).orElse(usual);
    }
}
