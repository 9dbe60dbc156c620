package dev.parvis.functions.measure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.amazonaws.services.lambda.runtime.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.series.SeriesFixtures;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

import static org.assertj.core.api.Assertions.assertThat;

/** The function as it is wired, on a real table, asking a server that speaks Mastodon's API. */
class MeasureHandlerTest {
    private static final NetworkId MASTODON = new NetworkId("mastodon");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_mastodon_account_and_its_post_are_measured_onto_the_table() throws IOException {
        try (var server = MastodonServer.start();
                var table = EmulatedTable.create()) {
            var alice = server.account("alice", "password");
            var config = config(table, server);
            var there = ParvisTable.from(AwsEnvironment.from(config), config, InstantSource.system());
            var channel = connected(there, config, server, alice);
            var status = says(server, alice, config);
            published(there, channel, status);
            server.count(status, "favourites", 4);

            assertThat(wake(config))
                    .isEqualTo(Json.obj("channels", 1, "series", 0, "queues", 0, "faults", 0, "stuck", 0));
            assertThat(wake(config))
                    .isEqualTo(Json.obj("channels", 0, "series", 0, "queues", 0, "faults", 0, "stuck", 0));

            var today = Instant.now().atZone(Fixtures.PARIS).toLocalDate();
            var account = there.snapshots().account(channel.workspace(), channel.id(), today, today);
            assertThat(account).hasSize(1);
            assertThat(account.getFirst().readings().get(Metric.FOLLOWERS))
                    .isInstanceOfSatisfying(Reading.Measured.class, followers -> assertThat(followers.field())
                            .isEqualTo("followers_count"));
            assertThat(account.getFirst().readings().get(Metric.REACH)).isInstanceOf(Reading.NotProvided.class);
            assertThat(there.snapshots().latestOfPosts(channel.workspace(), channel.id(), today, today))
                    .extracting(Snapshot::readings)
                    .singleElement()
                    .satisfies(readings -> assertThat(readings.get(Metric.LIKES))
                            .isInstanceOfSatisfying(Reading.Measured.class, likes -> assertThat(likes.value())
                                    .isEqualTo(4)));
        }
    }

    @Test
    void a_series_that_is_due_has_its_posts_made_onto_the_table() throws IOException {
        try (var server = MastodonServer.start();
                var table = EmulatedTable.create()) {
            var config = config(table, server);
            var there = ParvisTable.from(AwsEnvironment.from(config), config, InstantSource.system());
            var workspace = Fixtures.workspaceId();
            var brand = Fixtures.brandId();
            var channel = Fixtures.channel(workspace, brand, Fixtures.channelId());
            there.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
            there.brands().create(Fixtures.brand(workspace, brand));
            there.channels().create(channel);
            var saying = SeriesFixtures.saying("Bonjour", channel.id());
            var first = Instant.now().atZone(Fixtures.PARIS).toLocalDate().plusDays(2) + "T02:30";
            var series = SeriesFixtures.series(workspace, brand, "FREQ=DAILY;COUNT=3", first, saying);
            there.series().create(series, saying, Instant.now().minusSeconds(1));

            assertThat(wake(config))
                    .isEqualTo(Json.obj("channels", 0, "series", 1, "queues", 0, "faults", 0, "stuck", 0));
            assertThat(wake(config))
                    .isEqualTo(Json.obj("channels", 0, "series", 0, "queues", 0, "faults", 0, "stuck", 0));

            var soon = Instant.now();
            assertThat(there.slots().taken(workspace, channel.id(), soon, soon.plus(Duration.ofDays(14))))
                    .hasSize(3);
        }
    }

    private Config config(EmulatedTable table, MastodonServer server) throws IOException {
        var key = folder.resolve("master-key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        var environment = new LinkedHashMap<String, String>();
        environment.put("PARVIS_TABLE", table.name());
        environment.put("PARVIS_BUS", "parvis");
        environment.put("PARVIS_MASTER_KEY", "file:" + key);
        environment.put(
                "PARVIS_LOOPBACK_ALLOWED",
                server.uri().getHost() + ":" + server.uri().getPort());
        environment.put("AWS_REGION", "eu-west-3");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.endpoint().toString());
        return Config.fromEnv(environment);
    }

    private static Channel connected(
            ParvisTable table, Config config, MastodonServer server, MastodonServer.Account account) {
        var outbound = new Outbound(InstantSource.system(), config.loopbackAllowed());
        var connecting = KnownNetworks.from(config, outbound, InstantSource.system())
                .find(MASTODON)
                .flatMap(network -> network.connects())
                .orElseThrow()
                .connect(Map.of("server", server.uri().toString(), "accessToken", account.token()));
        if (!(connecting instanceof Connecting.Connected connected)) {
            throw new AssertionError("not connected: " + connecting);
        }
        var workspace = Fixtures.workspaceId();
        var channel = channel(workspace, table, connected);
        new Credentials(table.credentials(), Vault.from(AwsEnvironment.from(config), config))
                .replace(workspace, channel.id(), connected.credential(), connected.expiresAt(), 0);
        table.agenda()
                .add(
                        Kind.SNAPSHOT,
                        new SnapshotOrder(workspace, channel.id(), channel.brand(), 0),
                        Instant.now().minusSeconds(1));
        return channel;
    }

    private static Channel channel(WorkspaceId workspace, ParvisTable table, Connecting.Connected connected) {
        var brand = new BrandId(Fixtures.id());
        table.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        table.brands().create(Fixtures.brand(workspace, brand));
        var channel = new Channel(
                workspace,
                Fixtures.channelId(),
                brand,
                MASTODON,
                connected.server(),
                connected.account(),
                connected.handle(),
                ChannelState.CONNECTED,
                "",
                Instant.now(),
                1);
        table.channels().create(channel);
        return channel;
    }

    private static String says(MastodonServer server, MastodonServer.Account who, Config config) {
        var answer = new Outbound(InstantSource.system(), config.loopbackAllowed())
                .send(Call.postJson(server.uri().resolve("/api/v1/statuses"), Json.obj("status", "Bonjour"))
                        .bearer(new Secret(who.token())));
        return answer.json().at("id").text().orElseThrow();
    }

    private static void published(ParvisTable table, Channel channel, String status) {
        var at = Instant.now().minusSeconds(60);
        var post = Fixtures.post(channel.workspace(), channel.brand(), at);
        var target = Fixtures.target(post, channel.id());
        table.posts()
                .create(
                        post,
                        List.of(new Target(
                                target.workspace(),
                                target.post(),
                                target.channel(),
                                target.brand(),
                                MASTODON,
                                1,
                                TargetState.PUBLISHED,
                                at,
                                target.lateness(),
                                1,
                                "",
                                Optional.empty(),
                                Optional.of(new Publication(status, "https://social.example/" + status, at, false)))));
    }

    private static Json wake(Config config) throws IOException {
        var out = new ByteArrayOutputStream();
        var log =
                new Log(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC());
        new MeasureHandler(Wiring.entry(config, Clock.systemUTC(), log))
                .handleRequest(new ByteArrayInputStream(Files.readAllBytes(sample())), out, context());
        return Json.parse(out.toByteArray());
    }

    private static Path sample() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("template.yaml"))) {
            here = here.getParent();
        }
        return here.resolve("events/measure-tick.json");
    }

    /** An invocation with five minutes left; nothing else is asked of it. */
    private static Context context() {
        return (Context) java.lang.reflect.Proxy.newProxyInstance(
                MeasureHandlerTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> method.getReturnType() == int.class ? (Object) 300_000 : "");
    }
}
