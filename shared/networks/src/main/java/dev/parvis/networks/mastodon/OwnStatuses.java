package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.HtmlText;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/**
 * Reads the account's own statuses, newest first, back to before an attempt. The read is complete when it meets the status
 * that was the newest before the attempt, one that is older than the attempt by more than clocks can differ, or the end.
 */
final class OwnStatuses {
    /** How far a server's clock may be behind ours. */
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final int PAGE = 40;
    private static final int MOST_PAGES = 25;

    private final Rest rest;

    OwnStatuses(Rest rest) {
        this.rest = rest;
    }

    /** What a look back gave. */
    sealed interface Look {
        record Found(Json status) implements Look {}

        /** All there is since the attempt was read, and it is not there. */
        record Absent(int read) implements Look {}

        record Incomplete(String reason) implements Look {}

        record Expired() implements Look {}
    }

    static String path(Connection connection) {
        return "/api/v1/accounts/" + Urls.encode(connection.channel().account()) + "/statuses";
    }

    Look look(Connection connection, Attempt attempt, Set<String> others) {
        var candidates = new ArrayList<Json>();
        var seen = new HashSet<String>();
        var older = Optional.<String>empty();
        for (var page = 0; page < MOST_PAGES; page++) {
            var reply = page(connection, older);
            if (!(reply instanceof Reply.Ok(var body, var _))) {
                return trouble(reply);
            }
            if (!(body instanceof Json.Arr(var statuses))) {
                return new Look.Incomplete("the server's answer cannot be read");
            }
            var end = statuses.isEmpty();
            var progress = false;
            for (var status : statuses) {
                var id = status.at("id").textOr("");
                end = end || isBefore(status, id, attempt);
                if (!end && seen.add(id)) {
                    progress = true;
                    older = Optional.of(id);
                    if (isOurs(status, id, attempt, others)) {
                        candidates.add(status);
                    }
                }
            }
            if (!candidates.isEmpty()) {
                return new Look.Found(candidates.getLast()); // the oldest match is the first try's
            }
            if (end) {
                return new Look.Absent(seen.size());
            }
            if (!progress) {
                return new Look.Incomplete("the server does not page back to the attempt");
            }
        }
        return new Look.Incomplete("too many statuses since the attempt");
    }

    private Reply page(Connection connection, Optional<String> older) {
        var limit = Integer.toString(PAGE);
        return older.map(id -> rest.get(connection, path(connection), "limit", limit, "max_id", id))
                .orElseGet(() -> rest.get(connection, path(connection), "limit", limit));
    }

    private static Look trouble(Reply reply) {
        return switch (reply) {
            case Reply.Expired _ -> new Look.Expired();
            case Reply.Trouble trouble -> new Look.Incomplete(trouble.reason());
            case Reply.Ok _ -> new Look.Incomplete("the server's answer cannot be read");
        };
    }

    private static boolean isBefore(Json status, String id, Attempt attempt) {
        return id.equals(attempt.trace()) && !id.isEmpty()
                || status.at("created_at")
                        .instant()
                        .filter(at -> at.isBefore(earliest(attempt)))
                        .isPresent();
    }

    private static Instant earliest(Attempt attempt) {
        return attempt.startedAt().minus(SKEW);
    }

    private static boolean isOurs(Json status, String id, Attempt attempt, Set<String> others) {
        var images = status.at("media_attachments").items().size();
        var text = HtmlText.of(status.at("content").textOr(""));
        return !id.isEmpty()
                && !others.contains(id)
                && status.at("reblog").isMissing()
                && StatusText.fingerprint(text, images).equals(attempt.fingerprint());
    }

    /** Where a person sees it. */
    static String url(Json status) {
        return List.of("url", "uri").stream()
                .flatMap(name -> status.at(name).text().stream())
                .filter(Urls::isLink)
                .findFirst()
                .orElse("");
    }
}
