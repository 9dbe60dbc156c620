package dev.parvis.networks.mastodon;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.networks.Measures;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Readings;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/** Reads the counts of the account's own server. Mastodon tells nobody how often a post was seen or its link followed. */
final class MastodonMeasures implements Measures {
    private static final String ACCOUNT = "GET /api/v1/accounts/verify_credentials";
    private static final String STATUSES = "GET /api/v1/statuses";
    private static final int MOST_STATUSES = 20;
    private static final String UNTOLD = "Mastodon does not tell it";
    private static final Metric[] NEVER = {Metric.IMPRESSIONS, Metric.REACH, Metric.CLICKS};
    private static final Metric[] OF_ACCOUNT = {Metric.FOLLOWERS, Metric.FOLLOWING, Metric.POSTS};
    private static final Metric[] OF_POST = {Metric.LIKES, Metric.REPOSTS, Metric.REPLIES, Metric.QUOTES};

    private final Rest rest;
    private final InstantSource clock;

    MastodonMeasures(Rest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public Map<Metric, Reading> account(Connection connection) {
        var readings = new Readings(ACCOUNT, clock.instant()).notProvided(UNTOLD, NEVER);
        return switch (rest.get(connection, "/api/v1/accounts/verify_credentials")) {
            case Reply.Ok(var account, var _) ->
                readings.measured(Metric.FOLLOWERS, account, "followers_count")
                        .measured(Metric.FOLLOWING, account, "following_count")
                        .measured(Metric.POSTS, account, "statuses_count")
                        .all();
            case Reply.Trouble trouble ->
                readings.failed(trouble.reason(), OF_ACCOUNT).all();
        };
    }

    @Override
    public Map<String, Map<Metric, Reading>> posts(Connection connection, List<String> nativeIds) {
        var all = new HashMap<String, Map<Metric, Reading>>();
        for (var from = 0; from < nativeIds.size(); from += MOST_STATUSES) {
            var some = nativeIds.subList(from, Math.min(from + MOST_STATUSES, nativeIds.size()));
            all.putAll(together(connection, some).orElseGet(() -> oneByOne(connection, some)));
        }
        return all;
    }

    /** Many at once, which servers know since 4.3; empty where they do not. */
    private Optional<Map<String, Map<Metric, Reading>>> together(Connection connection, List<String> ids) {
        var parameters = new ArrayList<String>();
        ids.forEach(id -> parameters.addAll(List.of("id[]", id)));
        return switch (rest.get(connection, "/api/v1/statuses", parameters.toArray(String[]::new))) {
            case Reply.Ok(var body, var _) ->
                body instanceof Json.Arr(var statuses) ? Optional.of(counted(ids, statuses)) : Optional.empty();
            case Reply.Refused _ -> Optional.empty();
            case Reply.Trouble trouble -> Optional.of(failed(ids, trouble.reason()));
        };
    }

    private Map<String, Map<Metric, Reading>> counted(List<String> ids, List<Json> statuses) {
        var counted = new HashMap<String, Map<Metric, Reading>>();
        for (var status : statuses) {
            var id = status.at("id").textOr("");
            if (ids.contains(id)) {
                counted.put(id, counts(status, STATUSES));
            }
        }
        return counted;
    }

    private Map<String, Map<Metric, Reading>> oneByOne(Connection connection, List<String> ids) {
        var counted = new HashMap<String, Map<Metric, Reading>>();
        for (var id : ids) {
            switch (rest.get(connection, "/api/v1/statuses/" + Urls.encode(id))) {
                case Reply.Ok(var status, var _) -> counted.put(id, counts(status, STATUSES + "/:id"));
                case Reply.Refused(var status, var _, var _) when status == 404 || status == 410 -> {}
                case Reply.Trouble trouble -> counted.putAll(failed(List.of(id), trouble.reason()));
            }
        }
        return counted;
    }

    private Map<Metric, Reading> counts(Json status, String endpoint) {
        return new Readings(endpoint, clock.instant())
                .measured(Metric.LIKES, status, "favourites_count")
                .measured(Metric.REPOSTS, status, "reblogs_count")
                .measured(Metric.REPLIES, status, "replies_count")
                .ifTold(Metric.QUOTES, status, "quotes_count")
                .notProvided(UNTOLD, NEVER)
                .all();
    }

    private Map<String, Map<Metric, Reading>> failed(List<String> ids, String reason) {
        var failed = new HashMap<String, Map<Metric, Reading>>();
        for (var id : ids) {
            failed.put(
                    id,
                    new Readings(STATUSES, clock.instant())
                            .failed(reason, OF_POST)
                            .notProvided(UNTOLD, NEVER)
                            .all());
        }
        return failed;
    }
}
