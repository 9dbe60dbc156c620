package dev.parvis.checks.killed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.checks.real.Started;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.posts.PostId;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.bluesky.Bluesky;
import dev.parvis.networks.contract.Site;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.mastodon.Mastodon;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred posts on servers written by others, sent by processes of the real function that are killed (SIGKILL) at random
 * moments with many targets under way: exactly as many posts stand there as there were to be, each once. {@code
 * -Dparvis.real.posts=…} sends fewer or more, {@code -Dparvis.real.seed=…} draws other moments.
 */
@Tag("real")
class KilledOnRealServersTest {
    private static final int POSTS = 200;
    /** How many fall due before each life of a process: what it leaves comes back to a later one. */
    private static final int PER_LIFE = 10;

    // Node closes what asks to become HTTP/2.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    @Test
    void two_hundred_posts_by_processes_killed_at_random_are_two_hundred_posts_there() throws Exception {
        var posts = Integer.getInteger("parvis.real.posts", POSTS);
        var seed = Long.getLong("parvis.real.seed", 1);
        var random = new SplittableRandom(seed);
        var bluesky = Started.bluesky();
        var mastodon = Started.mastodon();
        var publisher = new Publisher(folder, List.of(bluesky.server(), mastodon.server()));
        var desk = publisher.desk();
        var channels = channels(desk, publisher, bluesky, mastodon);
        var run = "essai " + System.nanoTime();
        var all = new LinkedHashMap<String, PostId>();
        var life = life(publisher, desk, channels, run, all);

        while (all.size() < posts) {
            for (var i = 0; i < PER_LIFE && all.size() < posts; i++) {
                post(desk, channels, run, all);
            }
            publisher.kill(Duration.ofNanos(random.nextLong(life.toNanos())));
        }
        publisher.settle(desk, all);

        var standing = onBluesky(bluesky);
        standing.addAll(onMastodon(mastodon, channels.getLast()));
        assertThat(standing.stream().filter(text -> text.startsWith(run)))
                .containsExactlyInAnyOrderElementsOf(all.keySet());
    }

    private static List<Channel> channels(Desk desk, Publisher publisher, Site bluesky, Site mastodon) {
        var clock = Clock.systemUTC();
        var config = publisher.config();
        var outbound = new Outbound(clock, config.loopbackAllowed());
        var quiet = new Quiet(config.quiet());
        return List.of(
                desk.connect(
                        new Bluesky(outbound, clock, quiet),
                        Map.of(
                                "handle",
                                bluesky.handle(),
                                "appPassword",
                                bluesky.secret(),
                                "server",
                                bluesky.server().toString())),
                desk.connect(
                        new Mastodon(outbound, clock, Sleeper.real(clock), quiet),
                        Map.of("server", mastodon.server().toString(), "accessToken", mastodon.secret())));
    }

    private static void post(Desk desk, List<Channel> channels, String run, Map<String, PostId> all) {
        var number = all.size();
        var text = "%s, n° %d".formatted(run, number);
        all.put(text, desk.post(channels.get(number % channels.size()), text));
    }

    /** How long a process takes from its start to the end of a tick that publishes as many as each later one is given. */
    private static Duration life(
            Publisher publisher, Desk desk, List<Channel> channels, String run, Map<String, PostId> all) {
        for (var i = 0; i < PER_LIFE; i++) {
            post(desk, channels, run, all);
        }
        var start = System.nanoTime();
        try (var host = publisher.host("measured")) {
            host.invoke(Publisher.TICK);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private List<String> onBluesky(Site site) throws IOException, InterruptedException {
        var texts = new ArrayList<String>();
        var cursor = "";
        do {
            var page = get(
                    site.server()
                            .resolve("/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.post&limit=100&repo="
                                    + site.handle() + (cursor.isEmpty() ? "" : "&cursor=" + cursor)),
                    "");
            page.at("records")
                    .items()
                    .forEach(record -> texts.add(record.at("value", "text").textOr("")));
            cursor = page.at("cursor").textOr("");
        } while (!cursor.isEmpty());
        return texts;
    }

    private List<String> onMastodon(Site site, Channel channel) throws IOException, InterruptedException {
        var texts = new ArrayList<String>();
        var below = "";
        List<Json> page;
        do {
            page = get(
                            site.server()
                                    .resolve("/api/v1/accounts/" + channel.account() + "/statuses?limit=40" + below),
                            site.secret())
                    .items();
            page.forEach(status -> texts.add(plain(status.at("content").textOr(""))));
            below = page.isEmpty() ? "" : "&max_id=" + page.getLast().at("id").textOr("");
        } while (!page.isEmpty());
        return texts;
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "").strip();
    }

    private Json get(URI uri, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", uri, answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }
}
