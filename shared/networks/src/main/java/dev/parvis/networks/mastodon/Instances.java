package dev.parvis.networks.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.videos.Videos;

/**
 * What each server takes, read from it and kept for a day; what it does not tell is what Mastodon has always taken. A server
 * that cannot be asked just now is asked again after a minute, and what it last said stands until then.
 */
final class Instances {
    static final Set<String> OUR_TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Set<String> USUAL_TYPES = Set.of("image/jpeg", "image/png", "image/gif");
    private static final Set<String> OUR_VIDEOS = Set.of("video/mp4", "video/quicktime");
    private static final Limits.Polls USUAL_POLLS =
            new Limits.Polls(4, 50, Duration.ofMinutes(5), Duration.ofSeconds(2_629_746), false);
    private static final Limits.Videos USUAL_VIDEOS = Videos.taken(41_943_040, Duration.ZERO, Set.of("video/mp4"));
    /** https://docs.joinmastodon.org/entities/Instance/ */
    static final Limits USUAL = new Limits(
                    500, Limits.Counting.GRAPHEMES, 0, 23, 4, 16_777_216, 33_177_600, 1500, USUAL_TYPES)
            .withParts(Content.MOST_PARTS, true)
            .with(USUAL_POLLS)
            .with(USUAL_VIDEOS);

    private static final String FIRST = "/api/v1/instance";
    private static final String SECOND = "/api/v2/instance";
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

    /**
     * What a server takes.
     *
     * @param sure whether it answered when it was last asked; else these are guesses, or what it said before
     */
    record Told(Limits limits, boolean sure) {}

    private record Kept(Told told, Instant until) {}

    Told of(URI server) {
        var now = clock.instant();
        var known = kept.get(server);
        if (known != null && now.isBefore(known.until())) {
            return known.told();
        }
        var fresh = asked(server)
                .map(limits -> new Kept(new Told(limits, true), now.plus(KEPT)))
                .orElseGet(() -> new Kept(
                        new Told(known == null ? USUAL : known.told().limits(), false), now.plus(ASKED_AGAIN)));
        if (kept.size() >= MOST_SERVERS) {
            kept.clear();
        }
        kept.put(server, fresh);
        return fresh.told();
    }

    /** Empty when it could not be asked. A server that describes itself to nobody is taken for a usual one. */
    private Optional<Limits> asked(URI server) {
        var second = rest.open(server, SECOND);
        return knowsFirstOnly(second)
                ? read(rest.open(server, FIRST), Instances::limits)
                : read(second, body -> withPolls(limits(body), body));
    }

    private static Optional<Limits> read(Reply reply, Function<Json, Limits> limits) {
        return switch (reply) {
            case Reply.Ok(var body, var _) -> Optional.of(limits.apply(body));
            case Reply.Expired _, Reply.Refused _ -> Optional.of(USUAL);
            case Reply.Trouble _ -> Optional.empty();
        };
    }

    /** The server's own description; older and smaller servers know version 1 only. */
    Reply describe(URI server) {
        var reply = rest.open(server, SECOND);
        return knowsFirstOnly(reply) ? rest.open(server, FIRST) : reply;
    }

    private static boolean knowsFirstOnly(Reply reply) {
        return (reply instanceof Reply.Refused refused && refused.status() != 0) || describesNothing(reply);
    }

    private static boolean describesNothing(Reply reply) {
        return reply instanceof Reply.Ok(var body, var _) && body.fields().isEmpty();
    }

    static Limits limits(Json instance) {
        var statuses = instance.at("configuration", "statuses");
        var media = instance.at("configuration", "media_attachments");
        var length = number(instance.at("max_toot_chars"), USUAL.textLength());
        var limits = new Limits(
                        (int) number(statuses.at("max_characters"), length),
                        Limits.Counting.GRAPHEMES,
                        0,
                        (int) number(statuses.at("characters_reserved_per_url"), USUAL.urlLength()),
                        (int) number(statuses.at("max_media_attachments"), USUAL.images()),
                        number(media.at("image_size_limit"), USUAL.imageBytes()),
                        number(media.at("image_matrix_limit"), USUAL.imagePixels()),
                        (int) number(media.at("description_limit"), USUAL.altLength()),
                        types(media.at("supported_mime_types")))
                .withParts(Content.MOST_PARTS, true);
        return videos(media).map(limits::with).orElse(limits);
    }

    /**
     * Only of a server that describes itself as Mastodon has since 4.0. The one measured that does not (snac2 2.96) drops a
     * poll that comes as JSON, and leaves polls out of an account's statuses, where a lost one could not be found.
     */
    private static Limits withPolls(Limits limits, Json instance) {
        var polls = instance.at("configuration", "polls");
        return polls.isMissing()
                ? limits
                : limits.with(new Limits.Polls(
                        (int) number(polls.at("max_options"), USUAL_POLLS.options()),
                        (int) number(polls.at("max_characters_per_option"), USUAL_POLLS.optionLength()),
                        seconds(polls.at("min_expiration"), USUAL_POLLS.shortest()),
                        seconds(polls.at("max_expiration"), USUAL_POLLS.longest()),
                        false));
    }

    private static Duration seconds(Json told, Duration usual) {
        return Duration.ofSeconds(number(told, usual.toSeconds()));
    }

    /** None where the server lists types and no video of ours among them. */
    private static Optional<Limits.Videos> videos(Json media) {
        var listed = listed(media.at("supported_mime_types"));
        var types = listed.isEmpty() ? USUAL_VIDEOS.types() : common(listed);
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Videos.taken(number(media.at("video_size_limit"), USUAL_VIDEOS.bytes()), Duration.ZERO, types));
    }

    private static Set<String> listed(Json types) {
        return types.items().stream().flatMap(type -> type.text().stream()).collect(Collectors.toSet());
    }

    /** JPEG is taken everywhere; of the others what the server lists; the oldest three where it lists nothing. */
    private static Set<String> types(Json told) {
        var types = listed(told);
        if (types.isEmpty()) {
            return USUAL_TYPES;
        }
        types.add("image/jpeg");
        types.retainAll(OUR_TYPES);
        return types;
    }

    private static Set<String> common(Set<String> listed) {
        return OUR_VIDEOS.stream().filter(listed::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static long number(Json told, long usual) {
        return told.whole().filter(n -> n > 0 && n <= 1_000_000_000).orElse(usual);
    }
}
