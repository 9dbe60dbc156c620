package dev.parvis.networks.bluesky;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.networks.Measures;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Readings;
import dev.parvis.networks.http.Reply;

/** Reads the counts that the AppView keeps. Bluesky tells nobody how often a post was seen or its link followed. */
final class BlueskyMeasures implements Measures {
    private static final String PROFILE = "app.bsky.actor.getProfile";
    private static final String POSTS = "app.bsky.feed.getPosts";
    private static final int MOST_POSTS = 25;
    private static final String UNTOLD = "Bluesky does not tell it";
    private static final Metric[] NEVER = {Metric.IMPRESSIONS, Metric.REACH, Metric.CLICKS};
    private static final Metric[] OF_ACCOUNT = {Metric.FOLLOWERS, Metric.FOLLOWING, Metric.POSTS};
    private static final Metric[] OF_POST = {
        Metric.LIKES, Metric.REPOSTS, Metric.REPLIES, Metric.QUOTES, Metric.BOOKMARKS
    };

    private final Xrpc xrpc;
    private final InstantSource clock;

    BlueskyMeasures(Xrpc xrpc, InstantSource clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    @Override
    public Map<Metric, Reading> account(Connection connection) {
        var readings = new Readings(PROFILE, clock.instant()).notProvided(UNTOLD, NEVER);
        return switch (xrpc.query(
                connection, PROFILE, "actor", connection.channel().account())) {
            case Reply.Ok(var profile, var _) ->
                readings.measured(Metric.FOLLOWERS, profile, "followersCount")
                        .measured(Metric.FOLLOWING, profile, "followsCount")
                        .measured(Metric.POSTS, profile, "postsCount")
                        .all();
            case Reply.Trouble trouble ->
                readings.failed(trouble.reason(), OF_ACCOUNT).all();
        };
    }

    @Override
    public Map<String, Map<Metric, Reading>> posts(Connection connection, List<String> nativeIds) {
        var all = new HashMap<String, Map<Metric, Reading>>();
        for (var from = 0; from < nativeIds.size(); from += MOST_POSTS) {
            var some = nativeIds.subList(from, Math.min(from + MOST_POSTS, nativeIds.size()));
            all.putAll(read(connection, some));
        }
        return all;
    }

    private Map<String, Map<Metric, Reading>> read(Connection connection, List<String> uris) {
        var parameters = new ArrayList<String>();
        uris.forEach(uri -> parameters.addAll(List.of("uris", uri)));
        return switch (xrpc.query(connection, POSTS, parameters.toArray(String[]::new))) {
            case Reply.Ok(var body, var _) ->
                body.at("posts") instanceof Json.Arr(var posts)
                        ? counted(uris, posts)
                        : failed(uris, "the server's answer cannot be read");
            case Reply.Trouble trouble -> failed(uris, trouble.reason());
        };
    }

    private Map<String, Map<Metric, Reading>> counted(List<String> uris, List<Json> posts) {
        var counted = new HashMap<String, Map<Metric, Reading>>();
        for (var post : posts) {
            var uri = post.at("uri").textOr("");
            if (uris.contains(uri)) {
                counted.put(
                        uri,
                        new Readings(POSTS, clock.instant())
                                .measured(Metric.LIKES, post, "likeCount")
                                .measured(Metric.REPOSTS, post, "repostCount")
                                .measured(Metric.REPLIES, post, "replyCount")
                                .ifTold(Metric.QUOTES, post, "quoteCount")
                                .ifTold(Metric.BOOKMARKS, post, "bookmarkCount")
                                .notProvided(UNTOLD, NEVER)
                                .all());
            }
        }
        return counted;
    }

    private Map<String, Map<Metric, Reading>> failed(List<String> uris, String reason) {
        var failed = new HashMap<String, Map<Metric, Reading>>();
        for (var uri : uris) {
            failed.put(
                    uri,
                    new Readings(POSTS, clock.instant())
                            .failed(reason, OF_POST)
                            .notProvided(UNTOLD, NEVER)
                            .all());
        }
        return failed;
    }
}
