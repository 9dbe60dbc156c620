package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/**
 * Reads the account's own statuses, its answers to itself among them, newest first, back to before an attempt. The read is complete when it meets the status
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
        var sight = new Sight(attempt, others);
        var older = Optional.<String>empty();
        for (var page = 0; page < MOST_PAGES; page++) {
            var reply = page(connection, older);
            if (!(reply instanceof Reply.Ok(var body, var _))) {
                return trouble(reply);
            }
            if (!(body instanceof Json.Arr(var statuses))) {
                return new Look.Incomplete("the server's answer cannot be read");
            }
            var before = sight.read();
            var end = sight.take(statuses);
            if (sight.exact().isPresent()) {
                return new Look.Found(sight.exact().get());
            }
            if (end) {
                return sight.atTheEnd();
            }
            if (sight.read() == before) {
                return new Look.Incomplete("the server does not page back to the attempt");
            }
            older = sight.oldest();
        }
        return new Look.Incomplete("too many statuses since the attempt");
    }

    /** What the pages read so far hold of the attempt. */
    private static final class Sight {
        private final Attempt attempt;
        private final Set<String> others;
        private final Likeness likeness;
        private final Set<String> seen = new HashSet<>();
        private Optional<String> oldest = Optional.empty();
        private Optional<Json> exact = Optional.empty();
        private double likestBy;

        Sight(Attempt attempt, Set<String> others) {
            this.attempt = attempt;
            this.others = others;
            this.likeness = Likeness.read(attempt.trace());
        }

        int read() {
            return seen.size();
        }

        Optional<String> oldest() {
            return oldest;
        }

        /** The oldest that has the attempt's fingerprint: the first try's. */
        Optional<Json> exact() {
            return exact;
        }

        /** Whether the page reaches back to before the attempt. */
        boolean take(List<Json> statuses) {
            for (var status : statuses) {
                var id = status.at("id").textOr("");
                if (isBefore(status, id)) {
                    return true;
                }
                if (seen.add(id)) {
                    oldest = Optional.of(id);
                    weigh(status, id);
                }
            }
            return statuses.isEmpty();
        }

        private boolean isBefore(Json status, String id) {
            return (!id.isEmpty() && id.equals(likeness.newest()))
                    || status.at("created_at")
                            .instant()
                            .filter(at -> at.isBefore(attempt.startedAt().minus(SKEW)))
                            .isPresent();
        }

        private void weigh(Json status, String id) {
            if (id.isEmpty() || others.contains(id) || !status.at("reblog").isMissing()) {
                return;
            }
            var looks = Looks.of(status);
            if (looks.fingerprint().equals(attempt.fingerprint())) {
                exact = Optional.of(status);
            } else if (!likeness.isElsewhere(looks.above())) {
                likestBy = Math.max(likestBy, likeness.in(looks.text()));
            }
        }

        Look atTheEnd() {
            return likestBy >= Likeness.DOUBTFUL
                    ? new Look.Incomplete("a status since the attempt resembles it")
                    : new Look.Absent(seen.size());
        }
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

    /** Where a person sees it. */
    static String url(Json status) {
        return List.of("url", "uri").stream()
                .flatMap(name -> status.at(name).text().stream())
                .filter(Urls::isLink)
                .findFirst()
                .orElse("");
    }
}
