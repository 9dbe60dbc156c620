package dev.parvis.networks.sandbox;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.networks.Measures;
import dev.parvis.networks.http.Readings;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/** Reads the account's followers and posts, and the counts of each post, one call a post. */
final class SandboxMeasures implements Measures {
    private static final String ACCOUNT = "GET /sandbox/v1/account";
    private static final String POST = "GET /sandbox/v1/posts/{id} counts";
    private static final String UNTOLD = "the sandbox does not tell it";
    private static final Metric[] OF_ACCOUNT = {Metric.FOLLOWERS, Metric.POSTS};
    private static final Metric[] OF_POST = {Metric.IMPRESSIONS, Metric.LIKES, Metric.REPOSTS, Metric.REPLIES};

    private final SandboxCalls calls;
    private final InstantSource clock;

    SandboxMeasures(SandboxCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Map<Metric, Reading> account(Connection connection) {
        var readings = new Readings(ACCOUNT, clock.instant())
                .notProvided(UNTOLD, Metric.FOLLOWING, Metric.IMPRESSIONS, Metric.REACH, Metric.CLICKS);
        return switch (calls.get(connection, "/account")) {
            case Reply.Ok(var account, var _) ->
                readings.measured(Metric.FOLLOWERS, account, "followers")
                        .measured(Metric.POSTS, account, "posts")
                        .all();
            case Reply.Trouble trouble ->
                readings.failed(trouble.reason(), OF_ACCOUNT).all();
        };
    }

    @Override
    public Map<String, Map<Metric, Reading>> posts(Connection connection, List<String> nativeIds) {
        var all = new HashMap<String, Map<Metric, Reading>>();
        for (var id : nativeIds) {
            post(connection, id).ifPresent(readings -> all.put(id, readings));
        }
        return all;
    }

    /** Empty when the network no longer has it. */
    private Optional<Map<Metric, Reading>> post(Connection connection, String id) {
        var readings = new Readings(POST, clock.instant())
                .notProvided(UNTOLD, Metric.QUOTES, Metric.BOOKMARKS, Metric.REACH, Metric.CLICKS);
        return switch (calls.get(connection, "/posts/" + Urls.encode(id))) {
            case Reply.Ok(var post, var _) -> {
                var counts = post.at("counts");
                yield Optional.of(readings.measured(Metric.IMPRESSIONS, counts, "views")
                        .measured(Metric.LIKES, counts, "likes")
                        .measured(Metric.REPOSTS, counts, "shares")
                        .measured(Metric.REPLIES, counts, "comments")
                        .all());
            }
            case Reply.Refused refused when refused.status() == 404 -> Optional.empty();
            case Reply.Trouble trouble ->
                Optional.of(readings.failed(trouble.reason(), OF_POST).all());
        };
    }
}
